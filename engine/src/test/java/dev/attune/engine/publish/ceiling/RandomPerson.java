package dev.attune.engine.publish.ceiling;

import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.Content;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Somebody at random, of whom anything may be known that a vocabulary declares. */
final class RandomPerson {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private RandomPerson() {}

  static Known of(Content content, Random random) {
    Somebody somebody = new Somebody();
    for (Purpose purpose : Purpose.values()) somebody.consent.put(purpose, random.nextInt(10) > 0);
    for (Field field : content.vocabulary().profile().values()) {
      if (random.nextInt(3) > 0)
        somebody.profile.put(
            field.name(),
            new ProfileValue(value(field, random), Provenance.of(Source.DECLARED, NOW)));
    }
    for (String event : content.vocabulary().events().keySet()) {
      for (int times = random.nextInt(4) * random.nextInt(5); times > 0; times--)
        somebody.counters.merge(
            event,
            Counter.once(event, NOW.minus(Duration.ofHours(random.nextInt(1_000)))),
            Counter::plus);
    }
    for (String kind : content.vocabulary().items().keySet()) {
      for (int i = random.nextInt(4); i > 0; i--) {
        Instant at = NOW.minus(Duration.ofHours(random.nextInt(400)));
        Instant closed = random.nextBoolean() ? at : null;
        somebody.items.put(
            kind + "/" + i, new ItemState(kind, "" + i, "Spring launch", at, closed));
      }
    }
    return somebody.known();
  }

  static Object value(Field field, Random random) {
    return switch (field.type()) {
      case ONE_OF -> field.values().get(random.nextInt(field.values().size()));
      case MANY_OF -> {
        Set<String> some = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--)
          some.add(field.values().get(random.nextInt(field.values().size())));
        yield some;
      }
      case TEXT -> List.of("home", "editor", "text").get(random.nextInt(3));
      case NUMBER -> (double) random.nextInt(24);
      case FLAG -> random.nextBoolean();
      case DATE -> LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(random.nextInt(41) - 20);
    };
  }
}
