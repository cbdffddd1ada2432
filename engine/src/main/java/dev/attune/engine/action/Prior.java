package dev.attune.engine.action;

/**
 * What an author believes about an action before any outcome is counted: {@code accepted} of {@code
 * shown} people would accept it. Its likelihood is Beta-smoothed with these as pseudo-counts.
 */
public record Prior(double accepted, double shown) {
  public static final Prior UNKNOWN = new Prior(1, 10);
}
