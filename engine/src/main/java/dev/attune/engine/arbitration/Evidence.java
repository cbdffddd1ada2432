package dev.attune.engine.arbitration;

/** Outcomes counted over all people: so many showings, so many acceptances among them. */
public record Evidence(long shown, long accepted) {
  public static final Evidence NONE = new Evidence(0, 0);

  /** Of counts that were reported apart: whoever decided about an action had seen it. */
  public static Evidence of(long shown, long accepted, long overridden) {
    return new Evidence(Math.max(shown, accepted + overridden), accepted);
  }
}
