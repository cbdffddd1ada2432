package dev.attune.engine.rule.evaluate;

import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * How one condition of a rule fares, given what the conditions before it matched.
 *
 * @param form how it asks
 * @param holds together with all conditions before it
 * @param facts how many facts of its type there are
 * @param passing how many of them pass all its constraints
 * @param constraints told of the fact that comes nearest; of the one in the way for {@code NONE_OF}
 */
public record ConditionVerdict(
    Place place,
    Form form,
    String what,
    boolean holds,
    int facts,
    int passing,
    List<ConstraintVerdict> constraints) {
  /** How a condition asks. */
  public enum Form {
    /** Some fact must match. */
    FACT,
    /** Nothing may match. */
    NONE_OF,
    /** At least one must match. */
    SOME_OF,
    /** A total must pass. */
    TOTAL
  }

  /** The first constraint that keeps the nearest fact from matching. */
  public Optional<ConstraintVerdict> failing() {
    return constraints.stream().filter(each -> !each.passes()).findFirst();
  }
}
