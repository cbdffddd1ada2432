package dev.attune.engine.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Makes decision ids: 26 characters, ten of time and sixteen of chance, so that they sort by time
 * and cannot be guessed from one another. Thread-safe when its chance is.
 */
public final class DecisionIds {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final int LENGTH = 26;
  private static final int TIME = 10;
  private static final byte[] VALUES = values();

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
    char[] id = new char[LENGTH];
    write(id, 0, TIME, now.toEpochMilli());
    write(id, 10, 8, chance.getAsLong());
    write(id, 18, 8, chance.getAsLong());
    return new String(id);
  }

  /** How ids made at a moment begin; sorts before all of them and after all earlier ones. */
  public static String beginning(Instant at) {
    char[] time = new char[TIME];
    write(time, 0, TIME, at.toEpochMilli());
    return new String(time);
  }

  /** Whether a text has the form of an id. */
  public static boolean isId(String text) {
    if (text.length() != LENGTH) return false;
    for (int i = 0; i < LENGTH; i++) if (digit(text.charAt(i)) < 0) return false;
    return true;
  }

  /**
   * The moment an id was made at.
   *
   * @throws IllegalArgumentException when it is no id
   */
  public static Instant at(String id) {
    if (!isId(id)) throw new IllegalArgumentException("no decision id: " + id);
    long millis = 0;
    for (int i = 0; i < TIME; i++) millis = millis << 5 | digit(id.charAt(i));
    return Instant.ofEpochMilli(millis);
  }

  private static int digit(char letter) {
    return letter < VALUES.length ? VALUES[letter] : -1;
  }

  /** By letter, -1 for one that is no digit. */
  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < DIGITS.length; i++) values[DIGITS[i]] = (byte) i;
    return values;
  }

  private static void write(char[] id, int from, int length, long bits) {
    long rest = bits;
    for (int i = from + length - 1; i >= from; i--) {
      id[i] = DIGITS[(int) (rest & 31)];
      rest >>>= 5;
    }
  }
}
