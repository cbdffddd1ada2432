package dev.attune.api.onboarding.model;

import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.Turn;

/** The rules of scope that every reading of a turn must pass, whoever made it. */
@FunctionalInterface
public interface Voucher {
  /**
   * Whether the quoted words are said by the person about themselves, now: not denied, not asked,
   * not about somebody else, not past, not quoted text, not an order to the machine.
   */
  boolean vouches(Turn turn, CandidateFact fact);
}
