package dev.attune.api.http;

/** What a server under too much load gives up first: the last constant. */
public enum Lane {
  /** Never refused: health, metrics, and a page's own files, which cost no more than a refusal. */
  VITAL(1.0),
  DECIDE(1.0),
  INGEST(0.6),
  CHAT(0.4),
  ADMIN(0.3);

  private final double share;

  Lane(double share) {
    this.share = share;
  }

  /** The share of the bearable load up to which this lane is served. */
  double share() {
    return share;
  }
}
