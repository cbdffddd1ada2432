package dev.attune.engine.event;

import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.PersonId;
import java.util.List;

/** Is told of what enters the facts. Thread-safe, never blocks. */
public interface Arrivals {
  /** Listens to nothing. */
  Arrivals NOBODY =
      new Arrivals() {
        @Override
        public void entered(List<Change> changes) {}

        @Override
        public void declared(String event, PersonId person) {}

        @Override
        public void undeclared(PersonId person) {}
      };

  /** The facts changed; history as well. */
  void entered(List<Change> changes);

  /** A new event that happened just now; history left out, as for the next. */
  void declared(String event, PersonId person);

  /** An event the vocabulary does not know. */
  void undeclared(PersonId person);
}
