package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Segment;
import dev.attune.engine.rule.condition.FactType;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * Runs one use case in the rule engine's own session: for rules that cannot be walked, and as the
 * measure the walk is held against. Thread-safe.
 */
final class SessionLane {
  private static final int FIRINGS = 5_000;

  /** For answers that somebody waits for. */
  static final Duration SOON = Duration.ofMillis(50);

  /** For checks. */
  static final Duration LATE = Duration.ofSeconds(10);

  private final KieBase base;
  private final boolean proposes;
  private final Map<String, RuleOffers> rules;
  private @Nullable KieSessionsPool pool;

  /**
   * @param rules by name
   */
  SessionLane(KieBase base, Map<String, RuleOffers> rules) {
    this.base = base;
    this.rules = rules;
    this.proposes =
        base.getKiePackages().stream().anyMatch(each -> !each.getGlobalVariables().isEmpty());
  }

  /**
   * Fires the rules.
   *
   * @param proposals takes the candidates for the placements
   * @param deadline work after which the rules are halted
   * @return the segments derived; null when the limit or the deadline was hit
   */
  @Nullable Set<String> run(
      FactSheet facts, Set<String> placementIds, Proposals proposals, Duration deadline) {
    KieSession session = pool().newKieSession();
    try {
      SessionDecisions decisions = new SessionDecisions(rules, placementIds, proposals);
      if (proposes) session.setGlobal("decisions", decisions);
      session.addEventListener(decisions.firings());
      for (FactType type : FactType.values()) {
        for (Object fact : facts.all(type)) session.insert(fact);
      }
      return fire(session, deadline) ? segments(session) : null;
    } finally {
      session.getAgendaEventListeners().forEach(session::removeEventListener);
      session.dispose();
    }
  }

  private static boolean fire(KieSession session, Duration work) {
    Deadline deadline = Deadline.after(work, session::halt);
    int fired = session.fireAllRules(FIRINGS);
    return !deadline.wasOver() && fired < FIRINGS;
  }

  private static Set<String> segments(KieSession session) {
    Collection<?> derived = session.getObjects(new ClassObjectFilter(Segment.class));
    Set<String> names = new LinkedHashSet<>();
    derived.stream().map(each -> ((Segment) each).name()).sorted().forEach(names::add);
    return names;
  }

  private synchronized KieSessionsPool pool() {
    if (pool == null) pool = base.newKieSessionsPool(1);
    return pool;
  }
}
