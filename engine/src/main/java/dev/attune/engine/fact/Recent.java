package dev.attune.engine.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How often something happened in each quarter of an hour of its last 32 days. A day in any zone
 * begins at a quarter of an hour, so windows of days are exact whichever zone the person turns out
 * to live in. Immutable.
 */
public final class Recent {
  public static final Recent NONE = new Recent(new int[0], new int[0], 0);

  private static final int SECONDS = 15 * 60;
  private static final int KEPT = (int) (Duration.ofDays(32).toSeconds() / SECONDS);

  private final int[] quarters;
  private final int[] counts;
  private final int size;

  private Recent(int[] quarters, int[] counts, int size) {
    this.quarters = quarters;
    this.counts = counts;
    this.size = size;
  }

  /**
   * From the stored form; takes the arrays over.
   *
   * @param quarters quarters of an hour since 1970, ascending
   * @param counts how often, for each
   * @param size how many entries of the arrays are used
   */
  public static Recent of(int[] quarters, int[] counts, int size) {
    return size == 0 ? NONE : new Recent(quarters, counts, size);
  }

  /** The quarter of an hour, counted from 1970, this moment lies in. */
  public static int quarter(Instant at) {
    return (int) Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  /** When a quarter of an hour began. */
  public static Instant startOf(int quarter) {
    return Instant.ofEpochSecond((long) quarter * SECONDS);
  }

  /** These and {@code times} more at one moment. */
  public Recent plus(Instant at, int times) {
    return plus(new Recent(new int[] {quarter(at)}, new int[] {times}, 1));
  }

  /** Both together; what lies more than 32 days before the newest is left out. */
  public Recent plus(Recent other) {
    int[] together = new int[size + other.size];
    int[] sums = new int[together.length];
    int n = 0;
    for (int i = 0, j = 0; i < size || j < other.size; n++) {
      boolean mine = j >= other.size || (i < size && quarters[i] <= other.quarters[j]);
      boolean theirs = i >= size || (j < other.size && other.quarters[j] <= quarters[i]);
      together[n] = mine ? quarters[i] : other.quarters[j];
      sums[n] = (mine ? counts[i++] : 0) + (theirs ? other.counts[j++] : 0);
    }
    int start = 0;
    while (start < n && together[start] <= together[n - 1] - KEPT) start++;
    return of(
        Arrays.copyOfRange(together, start, n), Arrays.copyOfRange(sums, start, n), n - start);
  }

  /** How often from one quarter of an hour (inclusive) until another (exclusive). */
  public int between(int from, int until) {
    int sum = 0;
    for (int i = size - 1; i >= 0 && quarters[i] >= from; i--) {
      if (quarters[i] < until) sum += counts[i];
    }
    return sum;
  }

  /** How many quarters of an hour are entered. */
  public int size() {
    return size;
  }

  public int quarterAt(int index) {
    return quarters[index];
  }

  public int countAt(int index) {
    return counts[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Recent that
        && Arrays.equals(quarters, 0, size, that.quarters, 0, that.size)
        && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) hash = 31 * (31 * hash + quarters[i]) + counts[i];
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++)
      text.append(i == 0 ? "" : ",").append(quarters[i]).append(':').append(counts[i]);
    return text.toString();
  }
}
