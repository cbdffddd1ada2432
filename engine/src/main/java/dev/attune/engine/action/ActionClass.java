package dev.attune.engine.action;

/** How much an action matters; an earlier class always ranks before a later one. */
public enum ActionClass {
  MANDATORY,
  SERVICE,
  EDUCATIONAL,
  PROMOTIONAL
}
