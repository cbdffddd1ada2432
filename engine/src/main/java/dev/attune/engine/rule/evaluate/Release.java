package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compiled, immutable set of rules, ready to be asked. Thread-safe; holds no person's facts. It
 * needs no closing: what nobody refers to any more goes away.
 */
public final class Release {
  private static final Logger LOG = LoggerFactory.getLogger(Release.class);

  private final String id;
  private final Content content;
  private final Lanes lanes;
  private final WhyNot whyNot;
  private final AtomicLong overruns = new AtomicLong();
  private volatile Consumer<Release> overrunListener = release -> {};

  /**
   * Reads the compiled rules.
   *
   * @param id unique among the releases of this server
   * @param useCases compiled from {@code content}, in its order
   */
  public Release(String id, Content content, TypedFacts types, List<CompiledUseCase> useCases) {
    this.id = id;
    this.content = content;
    this.lanes = new Lanes(content, types, useCases);
    this.whyNot = new WhyNot(lanes);
  }

  public String id() {
    return id;
  }

  /** SHA-256 of the content. */
  public String hash() {
    return content.hash();
  }

  public Content content() {
    return content;
  }

  /**
   * What the rules propose for these placements. Takes microseconds unless {@link #mayBlock()}.
   * Never throws: rules that overrun give an evaluation that says so.
   */
  public Evaluation evaluate(Facts facts, VisitContext visit, Set<String> placementIds) {
    return watched(() -> lanes.evaluate(facts, visit, placementIds, false));
  }

  /** The same, with the rules behind the candidates, and on which facts they matched. */
  public Evaluation explain(Facts facts, VisitContext visit, Set<String> placementIds) {
    return watched(() -> lanes.evaluate(facts, visit, placementIds, true));
  }

  private Evaluation watched(Supplier<Evaluation> evaluating) {
    Evaluation evaluation;
    try {
      evaluation = evaluating.get();
    } catch (RuntimeException | StackOverflowError broken) {
      LOG.error("release {} cannot be evaluated", id, broken);
      evaluation = Evaluation.LIMIT_HIT;
    }
    if (evaluation.limitHit()) {
      overruns.incrementAndGet();
      overrunListener.accept(this);
    }
    return evaluation;
  }

  /**
   * The same by the rule engine's own sessions, some ten times slower: the measure that {@link
   * #evaluate} is held against.
   */
  public Evaluation verify(Facts facts, VisitContext visit, Set<String> placementIds) {
    return lanes.evaluateInSessions(facts, visit, placementIds);
  }

  /** The rules that match for these placements, and on which facts. */
  public List<Match> matches(Facts facts, VisitContext visit, Set<String> placementIds) {
    return Matches.of(lanes, lanes.explained(facts, visit), placementIds);
  }

  /**
   * Whether some rule proposes the action, wherever it may stand; asks the rules of this action
   * only. A rule that cannot be walked is not asked.
   */
  public boolean proposes(Facts facts, VisitContext visit, String action) {
    return whyNot.proposes(facts, visit, action);
  }

  /** For every rule that may propose the action: whether it matches, and if not, where it stops. */
  public List<RuleVerdict> whyNot(Facts facts, VisitContext visit, String action) {
    return whyNot.ofAction(facts, visit, action);
  }

  /** The same for every rule that may put the person into the segment. */
  public List<RuleVerdict> whyNotSegment(Facts facts, VisitContext visit, String segment) {
    return whyNot.ofSegment(facts, visit, segment);
  }

  /** For every way in which a rule may propose the action: where it stops, if it does. */
  public List<RuleVerdict> waysTo(Facts facts, VisitContext visit, String action) {
    return whyNot.ofEachWayToAction(facts, visit, action);
  }

  /** The same for every way into the segment. */
  public List<RuleVerdict> waysToSegment(Facts facts, VisitContext visit, String segment) {
    return whyNot.ofEachWayToSegment(facts, visit, segment);
  }

  /** For every rule, in order: whether it matches, and if not, where it stops. */
  public List<RuleVerdict> verdicts(Facts facts, VisitContext visit) {
    return whyNot.ofAll(facts, visit);
  }

  /** The rule that looks at the most combinations of these facts; for telling an author. */
  public Optional<RuleRef> slowestRule(Facts facts, VisitContext visit) {
    return lanes.slowestRule(facts, visit).map(rule -> rule.rule().ref());
  }

  /**
   * True when some use case cannot be walked: an evaluation may then hold its thread up to 50 ms
   * and does not belong on an event loop.
   */
  public boolean mayBlock() {
    return lanes.usesSessions();
  }

  /** How often rules have overrun since the release was made. */
  public long overruns() {
    return overruns.get();
  }

  /**
   * Who is told of each overrun, on the evaluating thread; replaces the one before.
   *
   * @param listener must not block
   */
  public void onOverrun(Consumer<Release> listener) {
    overrunListener = listener;
  }
}
