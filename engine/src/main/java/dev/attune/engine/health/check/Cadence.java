package dev.attune.engine.health.check;

import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Sign;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How steadily something happened, chapter by chapter, and for how long it has not.
 *
 * @param times how often in all
 * @param chances in how many occasions it could have, up to the last time
 * @param silent occasions since the last time
 * @param longestGap the most occasions between two times before
 * @param chapters with an occasion, up to the last time
 * @param present of these, the ones in which it happened
 * @param people about how many people were behind it
 * @param last when the last chapter in which it happened ended; null when it never did
 */
record Cadence(
    long times,
    long chances,
    long silent,
    long longestGap,
    int chapters,
    int present,
    int people,
    @Nullable Instant last) {
  private static final long SILENT = 200;
  private static final double EXPECTED = 20;
  private static final int CHAPTERS = 5;
  private static final int GAPS = 5;

  /**
   * @param occasions how often it could have happened in a chapter
   */
  static Cadence of(
      List<Chapter> latest, Sign sign, String name, ToLongFunction<Chapter> occasions) {
    long times = 0;
    long chances = 0;
    long gap = 0;
    long longestGap = 0;
    int chapters = 0;
    int present = 0;
    int zeros = 0;
    long crowd = 0;
    Instant last = null;
    for (Chapter chapter : latest) {
      long could = occasions.applyAsLong(chapter);
      long did = chapter.count(sign, name);
      if (could == 0 && did == 0) continue;
      if (did == 0) {
        gap += could;
        zeros++;
        continue;
      }
      if (last != null) longestGap = Math.max(longestGap, gap);
      times += did;
      chances += gap + could;
      chapters += zeros + 1;
      present++;
      crowd |= chapter.crowds().getOrDefault(sign, Map.of()).getOrDefault(name, 0L);
      last = chapter.until();
      gap = 0;
      zeros = 0;
    }
    return new Cadence(
        times, chances, gap, longestGap, chapters, present, Long.bitCount(crowd), last);
  }

  /** How often it would have happened since, had it gone on. */
  long expected() {
    return chances == 0 ? 0 : Math.round((double) times / chances * silent);
  }

  /**
   * Whether a silence is news: it was steady, with many people behind it, and by chance a silence
   * as long would not come in a lifetime.
   */
  boolean isSuddenlySilent(int fewest) {
    return last != null
        && silent >= SILENT
        && expected() >= EXPECTED
        && people >= fewest
        && present >= CHAPTERS
        && present * 2 >= chapters
        && silent >= GAPS * longestGap;
  }
}
