package dev.attune.engine.health;

import java.util.List;

/** Looks for one thing that can be wrong. */
public interface Check {
  Label label();

  /** What it found; empty when all is well. */
  List<Finding> look(Observed observed);
}
