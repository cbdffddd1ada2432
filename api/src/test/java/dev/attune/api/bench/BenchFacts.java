package dev.attune.api.bench;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** People's facts as rules see them; the same number gives the same person. */
final class BenchFacts {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private BenchFacts() {}

  static List<Facts> people(int count) {
    List<Facts> people = new ArrayList<>(count);
    for (int i = 0; i < count; i++) people.add(person(i));
    return people;
  }

  private static Facts person(int number) {
    Random luck = new Random(number);
    Map<String, ProfileValue> profile = new HashMap<>();
    for (int i = 0; i < BenchRules.FIELDS; i++) {
      Object value =
          i % 2 == 0 ? "v" + luck.nextInt(BenchRules.VALUES) : (Object) (double) luck.nextInt(100);
      profile.put("a" + i, new ProfileValue(value, Provenance.of(Source.DECLARED, NOW)));
    }
    List<Activity> activities = new ArrayList<>();
    for (int i = 0; i < BenchRules.EVENTS; i++) {
      int times = 1 + luck.nextInt(4);
      activities.add(
          new Activity("thing" + i + ".done", times, luck.nextInt(times + 1), times, 12, 2));
    }
    List<Exposure> exposures = new ArrayList<>();
    for (int i = 0; i < BenchRules.SEEN; i++) exposures.add(new Exposure("seen-" + i, 1, 0, 0, 3));
    return new Facts(
        PersonId.user(BenchPeople.id(number)),
        NOW,
        ZoneOffset.UTC,
        profile,
        activities,
        List.of(),
        List.of(),
        exposures);
  }
}
