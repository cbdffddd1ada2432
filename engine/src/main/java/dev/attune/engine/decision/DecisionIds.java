package dev.attune.engine.decision;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Makes decision ids: 26 characters, ten of time and sixteen of chance, so that they sort by time
 * and cannot be guessed from one another. Thread-safe when its chance is.
 */
public final class DecisionIds {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private final LongSupplier chance;

  /**
   * @param chance gives 64 random bits a call
   */
  public DecisionIds(LongSupplier chance) {
    this.chance = chance;
  }

  public static DecisionIds random() {
    return new DecisionIds(() -> ThreadLocalRandom.current().nextLong());
  }

  public String next(Instant now) {
    char[] id = new char[26];
    write(id, 0, 10, now.toEpochMilli());
    write(id, 10, 8, chance.getAsLong());
    write(id, 18, 8, chance.getAsLong());
    return new String(id);
  }

  private static void write(char[] id, int from, int length, long bits) {
    long rest = bits;
    for (int i = from + length - 1; i >= from; i--) {
      id[i] = DIGITS[(int) (rest & 31)];
      rest >>>= 5;
    }
  }
}
