package dev.attune.engine.scenario;

import dev.attune.engine.text.YamlTree;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a story of days: {@code - { day: 1-30, every: 2, time: "09:00", event: … }}. */
final class TimelineReader {
  private static final Pattern DAYS = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");
  private static final Set<String> KEYS = keys();

  private final Checks checks;
  private final StepReader steps;
  private final ZonedDateTime start;

  TimelineReader(Checks checks, StepReader steps, Instant start, ZoneId zone) {
    this.checks = checks;
    this.steps = steps;
    this.start = start.atZone(zone);
  }

  private static Set<String> keys() {
    Set<String> keys = new HashSet<>(StepReader.KEYS);
    keys.addAll(Set.of("day", "every", "time"));
    return keys;
  }

  /** In order of time; what stands at the same moment keeps the author's order. */
  List<Step> read(List<YamlTree> trees) {
    List<Step> story = new ArrayList<>();
    for (YamlTree tree : trees) {
      if (tree instanceof Mapping step) read(step, story);
      else checks.wrongType(tree, "timeline", "a list of steps");
    }
    story.sort(Comparator.comparing(Step::at));
    return story;
  }

  private void read(Mapping step, List<Step> story) {
    checks.refuseOtherKeys(step, KEYS);
    Integer every = checks.optionalCount(step, "every");
    LocalTime time = time(step);
    int[] days = days(step);
    for (int day = days[0]; day <= days[1]; day += Math.max(1, every == null ? 1 : every)) {
      if (!steps.takesMore(step)) return;
      Instant at =
          start.toLocalDate().plusDays(day).atTime(time).atZone(start.getZone()).toInstant();
      steps.read(step, at).ifPresent(story::add);
    }
  }

  /** The first and the last day; day 0 is the day of {@code now}. */
  private int[] days(Mapping step) {
    YamlTree tree = Checks.value(step, "day");
    String text = tree instanceof Scalar scalar ? scalar.text() : tree == null ? "0" : "";
    Matcher matcher = DAYS.matcher(text);
    if (!matcher.matches()) {
      checks.wrongType(tree == null ? step : tree, "day", "a day such as 3, or days such as 1-30");
      return new int[] {0, -1};
    }
    int first = Integer.parseInt(matcher.group(1));
    return new int[] {first, matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2))};
  }

  private LocalTime time(Mapping step) {
    YamlTree tree = Checks.value(step, "time");
    if (tree == null) return start.toLocalTime();
    try {
      if (tree instanceof Scalar scalar) return LocalTime.parse(scalar.text());
    } catch (DateTimeException notATime) {
      // told below, like any other shape
    }
    checks.wrongType(tree, "time", "a time of day such as \"09:00\"");
    return start.toLocalTime();
  }
}
