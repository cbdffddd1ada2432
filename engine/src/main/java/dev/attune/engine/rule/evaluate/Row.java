package dev.attune.engine.rule.evaluate;

import org.jspecify.annotations.Nullable;

/** The facts bound so far while walking a rule, and the steps left. Used by one thread. */
final class Row {
  /** Facts looked at in one evaluation before it is given up: about two milliseconds. */
  static final int STEPS = 200_000;

  final FactSheet facts;
  private final @Nullable Object[] bound;
  private int steps;

  Row(FactSheet facts, int slots, int steps) {
    this.facts = facts;
    this.bound = new Object[slots];
    this.steps = steps;
  }

  void bind(int slot, @Nullable Object fact) {
    bound[slot] = fact;
  }

  @Nullable Object bound(int slot) {
    return bound[slot];
  }

  /** Takes one step; false when none was left. */
  boolean step() {
    return --steps >= 0;
  }

  /** Takes many at once, as often as they were taken when this was first found out. */
  void take(int many) {
    steps = Math.max(-1, steps - many);
  }

  boolean isExhausted() {
    return steps < 0;
  }

  int stepsLeft() {
    return steps;
  }
}
