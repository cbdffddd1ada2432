package dev.attune.api;

import java.security.SecureRandom;

/** Ids of drafts: short enough to read aloud, too many to guess. Thread-safe. */
final class DraftIds {
  private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private DraftIds() {}

  static String next() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return id.toString();
  }
}
