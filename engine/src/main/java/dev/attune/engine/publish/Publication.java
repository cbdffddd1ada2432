package dev.attune.engine.publish;

import java.time.Instant;

/**
 * A release's place in history. Immutable; its files are kept beside it for as long as it is among
 * the last {@value ReleaseStore#KEPT}.
 *
 * @param number 1 for the first; each release has the next
 * @param hash SHA-256 over its files
 * @param base the number of the release it was made from; 0 for the first
 * @param author who answers for it
 * @param message why, in a sentence; may be empty
 */
public record Publication(
    long number, String hash, long base, Origin origin, String author, String message, Instant at) {
  private static final int ID_LENGTH = 12;

  /**
   * The first letters of the hash, which decisions name it by: the same content has the same id,
   * whichever way and however often it was published.
   */
  public String id() {
    return hash.substring(0, Math.min(ID_LENGTH, hash.length()));
  }
}
