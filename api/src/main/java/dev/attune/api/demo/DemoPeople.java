package dev.attune.api.demo;

import dev.attune.api.demo.DemoPerson.Deed;
import dev.attune.api.demo.Story.Habit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** The sample's people at one moment. The same moment gives the same people, to the millisecond. */
public final class DemoPeople {
  private static final Pattern RELATIVE_DATE = Pattern.compile("[+-]\\d+d");

  private final Instant now;

  private DemoPeople(Instant now) {
    this.now = now;
  }

  /** Everybody: first those with a name, then the many alike. */
  public static List<DemoPerson> at(Instant now) {
    DemoPeople people = new DemoPeople(now);
    return Stories.packaged().stream().flatMap(story -> people.of(story).stream()).toList();
  }

  private List<DemoPerson> of(Story story) {
    List<DemoPerson> people = new ArrayList<>(story.people());
    for (int number = 1; number <= story.people(); number++) {
      String id =
          story.people() == 1
              ? story.id()
              : String.format(Locale.ROOT, "%s-%02d", story.id(), number);
      people.add(person(id, story, new Random(id.hashCode())));
    }
    return people;
  }

  private DemoPerson person(String id, Story story, Random luck) {
    boolean oneOfMany = story.people() > 1;
    List<Deed> deeds = new ArrayList<>();
    for (Habit habit : story.habits()) deeds.addAll(deeds(id, habit, oneOfMany, luck));
    deeds.sort(Comparator.comparing(Deed::at));
    return new DemoPerson(id, traits(id, story), story.consent(), deeds, story.accepts());
  }

  private Map<String, Object> traits(String id, Story story) {
    Map<String, Object> traits = new LinkedHashMap<>();
    story.traits().forEach((name, value) -> traits.put(name, onTheCalendar(value)));
    traits.put("email", id + "@quill.example");
    return traits;
  }

  private Object onTheCalendar(Object value) {
    if (!(value instanceof String text) || !RELATIVE_DATE.matcher(text).matches()) return value;
    long days = Long.parseLong(text.substring(0, text.length() - 1));
    return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days).toString();
  }

  private List<Deed> deeds(String id, Habit habit, boolean oneOfMany, Random luck) {
    int times = oneOfMany ? 1 + luck.nextInt(2 * habit.times()) : habit.times();
    Map<String, Object> properties = oneOfMany ? own(id, habit.properties()) : habit.properties();
    List<Deed> deeds = new ArrayList<>(times);
    for (int i = 0; i < times; i++) {
      double ago = times == 1 ? 1 : (i + luck.nextDouble()) / times;
      Duration before = Duration.ofMillis((long) (habit.longestAgo().toMillis() * ago));
      deeds.add(new Deed(now.minus(before), habit.event(), properties));
    }
    return deeds;
  }

  /** Things of one person among many have ids of their own. */
  private static Map<String, Object> own(String id, Map<String, Object> properties) {
    Map<String, Object> own = new LinkedHashMap<>(properties);
    own.replaceAll((name, value) -> name.endsWith("Id") ? id + "-" + value : value);
    return own;
  }
}
