package dev.attune.engine.decision;

import dev.attune.engine.fact.PersonId;
import java.util.function.Supplier;

/**
 * A record that is not written yet.
 *
 * @param record the record, which may have to be unpacked
 */
record Unwritten(String id, PersonId person, Supplier<DecisionRecord> record) {
  static Unwritten of(DecisionRecord made, Supplier<DecisionRecord> record) {
    return new Unwritten(made.id(), made.known().person(), record);
  }
}
