package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Feature;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** People of the small world, each value unknown now and then. */
final class RandomFacts {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private final Random random;

  RandomFacts(long seed) {
    random = new Random(seed);
  }

  Facts person() {
    Map<String, ProfileValue> profile = new HashMap<>();
    maybe(profile, "role", () -> oneOf(SmallWorld.ROLES));
    maybe(profile, "goals", this::goals);
    maybe(profile, "age", () -> (double) small());
    maybe(profile, "seats", () -> (double) small());
    maybe(profile, "beta", random::nextBoolean);
    maybe(profile, "trialEnds", () -> LocalDate.of(2026, 1, 12).plusDays(small()));
    maybe(profile, "note", () -> oneOf(List.of("mm", "mx", "x")));
    return new Facts(
        PersonId.user("ana"),
        NOW,
        ZoneOffset.UTC,
        profile,
        activities(),
        features(),
        items(),
        exposures());
  }

  VisitContext visit() {
    Map<String, Object> values = new HashMap<>();
    if (random.nextInt(5) > 0) values.put("page", oneOf(SmallWorld.PAGES));
    if (random.nextInt(5) > 0) values.put("width", (double) small());
    return new VisitContext(values);
  }

  private void maybe(Map<String, ProfileValue> profile, String name, Supplier<Object> value) {
    if (random.nextInt(5) == 0) return;
    profile.put(name, new ProfileValue(value.get(), Provenance.of(Source.DECLARED, NOW)));
  }

  private Set<String> goals() {
    Set<String> goals = new HashSet<>();
    SmallWorld.GOALS.stream().filter(each -> random.nextBoolean()).forEach(goals::add);
    return goals;
  }

  private List<Activity> activities() {
    List<Activity> activities = new ArrayList<>();
    for (String event : SmallWorld.EVENTS) {
      if (random.nextInt(3) == 0) continue;
      activities.add(new Activity(event, small(), small(), small(), small(), small()));
    }
    return activities;
  }

  private List<Feature> features() {
    return SmallWorld.FEATURES.stream()
        .map(
            name ->
                new Feature(
                    name,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    small(),
                    small(),
                    random.nextBoolean()))
        .toList();
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String state = random.nextBoolean() ? "open" : "closed";
      items.add(new Item(oneOf(SmallWorld.ITEMS), "i" + i, "T" + i, state, small()));
    }
    return items;
  }

  private List<Exposure> exposures() {
    List<Exposure> exposures = new ArrayList<>();
    for (String action : SmallWorld.ACTIONS) {
      if (random.nextBoolean())
        exposures.add(new Exposure(action, small(), small(), small(), small()));
    }
    return exposures;
  }

  private int small() {
    return random.nextInt(6);
  }

  private String oneOf(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
