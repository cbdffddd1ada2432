package dev.attune.engine.arbitration;

/** Why an action was not chosen. A closed list; one primary reason per action and placement. */
public enum ReasonCode {
  /** Its card says {@code published: false}. */
  NOT_PUBLISHED,
  /** Outside the card's publish window. */
  OUT_OF_WINDOW,
  /** No rule proposed it. */
  NOT_ELIGIBLE,
  /** The person has not agreed to the card's purpose. */
  NO_CONSENT,
  /** The person is kept out of everything. */
  HOLDOUT,
  /** The person did what the action hopes for. */
  ALREADY_DONE,
  /** The person sent it away for good. */
  DISMISSED,
  /** Shown as often as its cap allows. */
  CAPPED,
  /** It rests: after a showing, a dismissal, an acceptance or a snooze. */
  COOLING_DOWN,
  /** The person's quiet hours, on a channel. */
  QUIET_HOURS,
  /** An attention budget is used up. */
  NO_ATTENTION,
  /** Better candidates hold all slots. */
  OUTRANKED,
  /** Unranked choices (mandatory or pinned ones) hold all slots. */
  SLOT_TAKEN,
  /** May not stand beside an action chosen before it, or stands elsewhere in this decision. */
  EXCLUDED,
  /** An experiment keeps it from this person. */
  CONTROL_ARM,
  /** It rests on a fact that must be asked again first. */
  STALE_FACT,
  /** The rules ran into their limit; the placement shows its fallback. */
  LIMIT_HIT,
  /** Something is broken; the placement shows its fallback. */
  ERROR
}
