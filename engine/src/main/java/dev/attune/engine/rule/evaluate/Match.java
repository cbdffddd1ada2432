package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.RuleRef;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a rule matched. Immutable. Decisions in a row share it, and with it how it is
 * shown. Thread-safe.
 */
public final class Match {
  private final RuleRef rule;
  private final List<MatchedFact> facts;
  private volatile @Nullable Object shown;

  /**
   * @param facts what its patterns matched, in the author's order; facts under {@code not}, {@code
   *     exists} and {@code accumulate} are not among them
   */
  public Match(RuleRef rule, List<MatchedFact> facts) {
    this.rule = rule;
    this.facts = facts;
  }

  public RuleRef rule() {
    return rule;
  }

  public List<MatchedFact> facts() {
    return facts;
  }

  /**
   * As somebody shows it.
   *
   * @param make always the same; asked at most once, except by threads at the same time
   */
  @SuppressWarnings("unchecked")
  public <T> T shown(Function<Match, T> make) {
    Object done = shown;
    if (done == null) {
      done = make.apply(this);
      shown = done;
    }
    return (T) done;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Match that && rule.equals(that.rule) && facts.equals(that.facts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, facts);
  }

  @Override
  public String toString() {
    return rule + " on " + facts;
  }
}
