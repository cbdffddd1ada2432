package dev.attune.engine.arbitration;

/** One reason why a contender may not be chosen. Stateless; the round holds what changes. */
public interface Policy {
  /** What a suppression by this policy says. */
  ReasonCode reason();

  boolean refuses(Contender contender, Round round);

  /** What it refuses on. Asked only after it refused. */
  Obstacle obstacle(Contender contender, Round round);
}
