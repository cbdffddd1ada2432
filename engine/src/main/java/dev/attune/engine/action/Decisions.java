package dev.attune.engine.action;

/**
 * The verbs a rule's {@code then} part may use. Each proposes an action by its card's id; whether
 * it is chosen is for arbitration. Used by one thread.
 */
public interface Decisions {
  Proposal nudge(String action);

  Proposal tour(String action);

  Proposal module(String action);

  Proposal message(String action);

  Proposal checklist(String action);
}
