package dev.attune.engine.event;

/** What an event says. */
public enum EventKind {
  /** The person did something. */
  TRACK,
  /** Who the person is: traits, and the user behind an anonymous visitor. */
  IDENTIFY,
  /** A page was seen; counted as {@code page.viewed} when that is declared. */
  PAGE,
  /** A screen was seen; counted as {@code screen.viewed} when that is declared. */
  SCREEN,
  /** The group the person belongs to. */
  GROUP,
  /** Two ids are one person. */
  ALIAS
}
