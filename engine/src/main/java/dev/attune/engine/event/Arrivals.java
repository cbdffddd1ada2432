package dev.attune.engine.event;

import dev.attune.engine.fact.PersonId;

/**
 * Is told of every new event that happened just now, history left out. Thread-safe, never blocks.
 */
public interface Arrivals {
  /** Listens to nothing. */
  Arrivals NOBODY =
      new Arrivals() {
        @Override
        public void declared(String event, PersonId person) {}

        @Override
        public void undeclared(PersonId person) {}
      };

  void declared(String event, PersonId person);

  /** An event the vocabulary does not know. */
  void undeclared(PersonId person);
}
