package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.fact.ActionKey;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that may stand in a slot.
 *
 * @param key tells it from all others, see {@link ActionKey}
 */
public record Contender(Candidate candidate, Slot slot, String key) {
  public Contender(Candidate candidate, Slot slot) {
    this(candidate, slot, ActionKey.of(candidate.card().id(), candidate.item()));
  }

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

  /** The item it stands for; null when its card stands once, about whatever item. */
  public @Nullable String item() {
    return candidate.item();
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
