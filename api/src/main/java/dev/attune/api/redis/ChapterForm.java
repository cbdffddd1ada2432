package dev.attune.api.redis;

import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a chapter stands in Redis: a line with its times, then a line for each name: sign, name,
 * count and crowd, between tabs. Names are authors' names, which hold no tab.
 */
final class ChapterForm {
  private ChapterForm() {}

  static String of(Chapter chapter) {
    StringBuilder text = new StringBuilder(1024);
    text.append(chapter.from().toEpochMilli()).append('\t');
    text.append(chapter.until().toEpochMilli());
    chapter
        .counts()
        .forEach(
            (sign, names) ->
                names.forEach(
                    (name, count) ->
                        text.append('\n')
                            .append(sign)
                            .append('\t')
                            .append(name)
                            .append('\t')
                            .append(count)
                            .append('\t')
                            .append(crowd(chapter, sign, name))));
    return text.toString();
  }

  private static String crowd(Chapter chapter, Sign sign, String name) {
    Long crowd = chapter.crowds().getOrDefault(sign, Map.of()).get(name);
    return crowd == null ? "" : Long.toHexString(crowd);
  }

  static Chapter read(String text) {
    List<String> lines = text.lines().toList();
    String[] times = lines.get(0).split("\t");
    Map<Sign, Map<String, Long>> counts = new EnumMap<>(Sign.class);
    Map<Sign, Map<String, Long>> crowds = new EnumMap<>(Sign.class);
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split("\t", -1);
      Sign sign = Sign.valueOf(parts[0]);
      put(sign, parts[1], Long.parseLong(parts[2]), counts);
      if (!parts[3].isEmpty()) put(sign, parts[1], Long.parseUnsignedLong(parts[3], 16), crowds);
    }
    return new Chapter(time(times[0]), time(times[1]), counts, crowds);
  }

  private static Instant time(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  /** The fields of a day's hash and what is added to each, in turn. */
  static List<byte[]> fields(Chapter chapter) {
    List<byte[]> fields = new ArrayList<>();
    chapter
        .counts()
        .forEach(
            (sign, names) ->
                names.forEach(
                    (name, count) -> {
                      fields.add(Form.bytes(sign + " " + name));
                      fields.add(Form.bytes(count));
                    }));
    return fields;
  }

  /** A day's sums. */
  static Chapter day(Instant from, Instant until, Map<byte[], byte[]> hash) {
    Map<Sign, Map<String, Long>> counts = new EnumMap<>(Sign.class);
    hash.forEach(
        (field, count) -> {
          String text = Texts.of(field);
          int space = text.indexOf(' ');
          Sign sign = Sign.valueOf(text.substring(0, space));
          put(sign, text.substring(space + 1), Long.parseLong(Texts.of(count)), counts);
        });
    return new Chapter(from, until, counts, Map.of());
  }

  private static void put(Sign sign, String name, long value, Map<Sign, Map<String, Long>> to) {
    to.computeIfAbsent(sign, absent -> new HashMap<>()).put(name, value);
  }
}
