package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Candidate;

/** A candidate that may stand in a slot. */
public record Contender(Candidate candidate, Slot slot) {
  /** Whether its card may stand in the slot at all. */
  boolean fits() {
    return card().placements().contains(slot.placement().id())
        && slot.placement().kinds().contains(card().kind());
  }

  public ActionCard card() {
    return candidate.card();
  }

  public String action() {
    return candidate.card().id();
  }

  /** Mandatory actions obey their own cap and consent only. */
  public boolean isMandatory() {
    return candidate.card().actionClass() == ActionClass.MANDATORY;
  }

  /** Pinned by the person: it is not ranked either, and stands before everything that is. */
  public boolean isPinned() {
    return !slot.placement().interrupts() && slot.arrangement().pinned().contains(action());
  }

  public boolean interrupts() {
    return slot.placement().interrupts() && !isMandatory();
  }
}
