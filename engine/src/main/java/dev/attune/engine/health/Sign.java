package dev.attune.engine.health;

/** What is counted. Names are authors' names only, never a person's or a value. */
public enum Sign {
  /** A decision was asked for a placement; named by the placement. */
  ASKED,
  /** A rule proposed an action; named by both, see {@link #rule}. */
  PROPOSED,
  /** An action was chosen. */
  CHOSEN,
  /** An action was not chosen for a reason; {@code action|REASON}. */
  STOPPED,
  /** An action lost its place to another; {@code action|other}. */
  BEATEN,
  /** An event arrived as it happened, not as history; undeclared ones share a name. */
  ARRIVED,
  /** A profile field was known; like the next ones counted once a chapter, however often. */
  KNOWN_FIELD,
  /** The app sent a field of the visit. */
  KNOWN_VISIT,
  /** Somebody ever did this. */
  KNOWN_EVENT,
  /** Somebody works or worked on a thing of this kind. */
  KNOWN_ITEM;

  /** Stands for every event the vocabulary does not know. */
  public static final String UNDECLARED = "?";

  /** The name of a rule as the proposer of an action. */
  public static String rule(String action, String rule) {
    return action + '|' + rule;
  }
}
