package dev.attune.engine.rule.compile;

import dev.attune.engine.action.ActionCard;
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
import dev.attune.engine.rule.Content;
import dev.attune.engine.vocabulary.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Invents people that fit a vocabulary, the same ones every time. New rules are tried and warmed on
 * them, so that no real person's facts are kept for it.
 */
final class SampleFacts {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final int MOST = 60;

  private final Content content;
  private final Random random = new Random(7);

  SampleFacts(Content content) {
    this.content = content;
  }

  /** Someone with many facts of every kind. */
  Facts person() {
    Map<String, ProfileValue> profile = new HashMap<>();
    for (Field field : content.vocabulary().profile().values()) {
      value(field)
          .ifPresent(
              value ->
                  profile.put(
                      field.name(), new ProfileValue(value, Provenance.of(Source.DECLARED, NOW))));
    }
    return new Facts(
        PersonId.user("sample"),
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
    for (Field field : content.vocabulary().visit().values()) {
      value(field).ifPresent(value -> values.put(field.name(), value));
    }
    return new VisitContext(values);
  }

  private Optional<Object> value(Field field) {
    if (random.nextInt(4) == 0) return Optional.empty();
    return Optional.of(
        switch (field.type()) {
          case ONE_OF -> oneOf(field.values());
          case MANY_OF -> new HashSet<>(List.of(oneOf(field.values())));
          case TEXT -> "sample " + random.nextInt(10);
          case NUMBER -> (double) random.nextInt(100);
          case FLAG -> random.nextBoolean();
          case DATE -> LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(random.nextInt(60) - 30);
        });
  }

  private String oneOf(List<String> values) {
    return values.isEmpty() ? "" : values.get(random.nextInt(values.size()));
  }

  private List<Activity> activities() {
    List<Activity> activities = new ArrayList<>();
    for (String event : some(content.vocabulary().events().keySet())) {
      activities.add(new Activity(event, any(), any(), any(), any(), any()));
    }
    return activities;
  }

  private List<Feature> features() {
    return content.vocabulary().features().values().stream()
        .map(
            each ->
                new Feature(
                    each.name(),
                    random.nextBoolean(),
                    each.critical(),
                    any(),
                    any(),
                    random.nextBoolean()))
        .toList();
  }

  private List<Item> items() {
    List<String> kinds = List.copyOf(content.vocabulary().items().keySet());
    List<Item> items = new ArrayList<>();
    for (int i = 0; !kinds.isEmpty() && i < MOST; i++) {
      String state = random.nextBoolean() ? "open" : "closed";
      items.add(new Item(oneOf(kinds), "id" + i, "Title " + i, state, any()));
    }
    return items;
  }

  private List<Exposure> exposures() {
    List<String> actions = some(content.cards().values().stream().map(ActionCard::id).toList());
    return actions.stream().map(each -> new Exposure(each, any(), any(), any(), any())).toList();
  }

  private List<String> some(Iterable<String> names) {
    List<String> some = new ArrayList<>();
    for (String name : names) {
      if (some.size() < MOST && random.nextInt(4) > 0) some.add(name);
    }
    return some;
  }

  private int any() {
    return random.nextInt(40);
  }
}
