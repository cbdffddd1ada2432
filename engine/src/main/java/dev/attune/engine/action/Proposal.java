package dev.attune.engine.action;

import dev.attune.engine.fact.Item;

/** The qualifiers of a verb; each returns this proposal. {@code because} is always given. */
public interface Proposal {
  /** Why this person, in words; told to authors, and to the person when all facts are sayable. */
  Proposal because(String reason);

  /** A parameter for the action's content. */
  Proposal with(String name, Object value);

  /** Multiplies the card's priority; 1 by default, at most 100. */
  Proposal weight(double weight);

  /** The item the action is about. */
  Proposal about(Item item);
}
