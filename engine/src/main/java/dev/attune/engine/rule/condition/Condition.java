package dev.attune.engine.rule.condition;

import dev.attune.engine.text.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a rule's {@code when} part. */
public sealed interface Condition {
  /** Where it starts. */
  Place place();

  /**
   * {@code $f : Feature( constraint, constraint )}: some fact of this kind for which all hold.
   *
   * @param variable bound to the fact, with its {@code $}; null when not bound
   */
  record Pattern(
      FactType fact, @Nullable String variable, List<Constraint> constraints, Place place)
      implements Condition {}

  /** {@code not}: no such fact. */
  record Absent(Condition of, Place place) implements Condition {}

  /** {@code exists}: at least one such fact, matched once however many there are. */
  record Present(Condition of, Place place) implements Condition {}

  /** {@code ( … and … )}. */
  record All(List<Condition> of, Place place) implements Condition {}

  /** {@code ( … or … )}. */
  record Any(List<Condition> of, Place place) implements Condition {}

  /**
   * {@code accumulate( pattern; $sum : sum( $n ); $sum > 3 )}.
   *
   * @param constraints over the totals
   */
  record Accumulated(Condition over, List<Total> totals, List<Constraint> constraints, Place place)
      implements Condition {}

  /**
   * {@code $sum : sum( $n )}.
   *
   * @param variable null when not bound
   * @param function one of {@code count sum min max average}
   * @param of null for {@code count()}
   */
  record Total(@Nullable String variable, String function, @Nullable Expression of, Place place) {}
}
