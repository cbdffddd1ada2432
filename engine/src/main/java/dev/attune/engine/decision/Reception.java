package dev.attune.engine.decision;

import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.decision.DecisionRecord.Chosen;

/** Hears how choices are received, once for each report that counted. Thread-safe. */
public interface Reception {
  /** Listens to nothing. */
  Reception UNHEARD =
      new Reception() {
        @Override
        public void perceived(Chosen chosen) {}

        @Override
        public void reacted(Chosen chosen, ReactionType type) {}
      };

  void perceived(Chosen chosen);

  void reacted(Chosen chosen, ReactionType type);
}
