package dev.attune.engine.rule.evaluate;

/** Takes each way in which conditions hold together. */
@FunctionalInterface
interface Sink {
  /** Wants to know of one way only. */
  Sink FIRST = row -> true;

  /** True when no further way is wanted. */
  boolean found(Row row);
}
