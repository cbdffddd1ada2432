package dev.attune.engine.rule.evaluate;

import java.util.List;
import java.util.Map;

/**
 * Steps that must hold together, in the author's order.
 *
 * @param scope what its variables stand for, by the compiler's name for them
 */
record Conjunction(List<Step> steps, Map<String, Argument> scope) {
  /**
   * Gives the sink each way in which all steps hold; true when the sink or the limit stopped it.
   */
  boolean walk(Row row, Sink sink) {
    return from(0, row, sink);
  }

  boolean from(int index, Row row, Sink sink) {
    return index == steps.size()
        ? sink.found(row)
        : steps.get(index).walk(row, this, index + 1, sink);
  }

  /** The first so many steps alone. */
  Conjunction prefix(int length) {
    return new Conjunction(steps.subList(0, length), scope);
  }
}
