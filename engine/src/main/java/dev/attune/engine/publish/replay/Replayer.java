package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.rule.evaluate.Release;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs one recorded decision on the draft, and on the release it was made on. Thread-safe. */
final class Replayer {
  private final Release draft;
  private final ReleaseRules rules;
  private final Function<String, Optional<Release>> releases;
  private final Map<String, Evidence> lately;
  private final Map<String, Optional<Release>> found = new ConcurrentHashMap<>();

  Replayer(
      Release draft, Function<String, Optional<Release>> releases, Map<String, Evidence> lately) {
    this.draft = draft;
    this.rules = new ReleaseRules(draft);
    this.releases = releases;
    this.lately = lately;
  }

  /**
   * A decision on both sides.
   *
   * @param before the release it was made on; null when it is gone
   * @param then what it comes to there; null when that is gone
   * @param met the record as the draft met it
   */
  record Replayed(@Nullable Release before, @Nullable Rerun then, DecisionRecord met, Rerun now) {}

  Replayed replay(DecisionRecord made) {
    if (made.release().equals(draft.id())) {
      Rerun again = Rerun.of(made, rules, made.known(), made.visit());
      return new Replayed(draft, again, made, again);
    }
    Release before = found.computeIfAbsent(made.release(), releases).orElse(null);
    ReleaseRules old = before == null ? null : new ReleaseRules(before);
    DecisionRecord met = Hindsight.of(made, old, rules, lately);
    Rerun then = old == null ? null : Rerun.of(made, old, made.known(), made.visit());
    return new Replayed(before, then, met, Rerun.of(met, rules, met.known(), met.visit()));
  }
}
