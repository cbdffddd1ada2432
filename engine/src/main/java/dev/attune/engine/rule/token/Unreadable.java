package dev.attune.engine.rule.token;

import dev.attune.engine.text.Place;

/** Ends the reading of one statement; its reader turns it into a diagnostic. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Place place;

  public Unreadable(Place place, String message) {
    super(message, null, false, false);
    this.place = place;
  }

  public Place place() {
    return place;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
