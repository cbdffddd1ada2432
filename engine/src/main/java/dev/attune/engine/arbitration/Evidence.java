package dev.attune.engine.arbitration;

/** Outcomes counted over all people: so many showings, so many acceptances among them. */
public record Evidence(long shown, long accepted) {
  public static final Evidence NONE = new Evidence(0, 0);
}
