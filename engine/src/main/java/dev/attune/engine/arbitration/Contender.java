package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Candidate;

/** A candidate that may stand in a slot. */
public record Contender(Candidate candidate, Slot slot) {
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

  public boolean interrupts() {
    return slot.placement().interrupts() && !isMandatory();
  }
}
