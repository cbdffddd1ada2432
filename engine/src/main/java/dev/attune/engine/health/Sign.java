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
  /** A fact was known, of those decisions that were looked at. */
  PRESENT,
  /** A decision whose facts were looked at; named by the placement. */
  LOOKED_AT;

  /** Stands for every event the vocabulary does not know. */
  public static final String UNDECLARED = "?";

  /** The name of a rule as the proposer of an action. */
  public static String rule(String action, String rule) {
    return action + '|' + rule;
  }
}
