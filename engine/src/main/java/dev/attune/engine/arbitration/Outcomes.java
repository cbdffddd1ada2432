package dev.attune.engine.arbitration;

/**
 * What happened to actions, counted over all people. Reads are from memory and never block; writes
 * may reach other servers seconds later. Thread-safe.
 */
public interface Outcomes {
  /** Knows nothing and forgets everything. */
  Outcomes NONE =
      new Outcomes() {
        @Override
        public Evidence of(String action) {
          return Evidence.NONE;
        }

        @Override
        public void shown(String action) {}

        @Override
        public void accepted(String action) {}

        @Override
        public void overridden(String action) {}
      };

  /** What was accepted or overridden was shown, also where the app did not say so. */
  Evidence of(String action);

  void shown(String action);

  void accepted(String action);

  /** Somebody decided otherwise: a showing without an acceptance. */
  void overridden(String action);
}
