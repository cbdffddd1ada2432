package dev.attune.engine.event;

import dev.attune.engine.fact.PersonId;
import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.EventType;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.ItemType;
import dev.attune.engine.vocabulary.Purpose;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weeks of one person's events, and the ways a network may deliver them. */
public final class Deliveries {
  public static final Instant NOW = Instant.parse("2026-11-24T12:07:00Z");

  /** Zones with half and quarter hours, daylight saving on both halves of the earth, date lines. */
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "America/St_Johns",
          "Asia/Kolkata",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Australia/Adelaide",
          "Pacific/Chatham",
          "Pacific/Kiritimati",
          "Pacific/Apia",
          "Pacific/Marquesas",
          "America/Santiago",
          "Africa/Casablanca",
          "Asia/Tehran",
          "Etc/GMT+12");

  private static final Place PLACE = Place.of("vocabulary.yaml");
  public static final List<String> NAMES =
      List.of("tone.applied", "draft.edited", "draft.published");

  public static final Vocabulary VOCABULARY =
      new Vocabulary(
          Map.of("role", role()),
          Map.of(),
          Map.of(
              NAMES.get(0), new EventType(NAMES.get(0), PLACE),
              NAMES.get(1), new EventType(NAMES.get(1), PLACE),
              NAMES.get(2), new EventType(NAMES.get(2), PLACE)),
          Map.of(),
          Map.of(
              "draft",
              new ItemType(
                  "draft",
                  "draftId",
                  "title",
                  Set.of(),
                  Set.of(NAMES.get(1)),
                  Set.of(NAMES.get(2)),
                  PLACE)));

  public final PersonId user;
  public final PersonId visitor;
  public final ZoneId zone;

  /** Each event once, in the order it happened. */
  public final List<Event> ordered = new ArrayList<>();

  private final Random random;

  public Deliveries(long seed) {
    this.random = new Random(seed);
    this.user = PersonId.user("user-" + Long.toHexString(random.nextLong()));
    this.visitor = PersonId.anonymous("visitor-" + Long.toHexString(random.nextLong()));
    this.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    int count = 30 + random.nextInt(60);
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < count; i++) seconds.add((long) random.nextInt(40 * 24 * 3600));
    seconds.sort(Collections.reverseOrder());
    int identified = count / 3;
    for (int i = 0; i < count; i++)
      ordered.add(event(i, NOW.minusSeconds(seconds.get(i)), i, identified));
  }

  /** The same events shuffled, each up to five times and up to a day late. */
  public List<Event> disordered() {
    List<Event> delivered = new ArrayList<>();
    for (Event event : ordered) {
      int times = 1 + random.nextInt(5);
      for (int i = 0; i < times; i++)
        delivered.add(received(event, event.receivedAt().plusSeconds(random.nextInt(24 * 3600))));
    }
    Collections.shuffle(delivered, random);
    return delivered;
  }

  private Event event(int i, Instant at, int index, int identified) {
    if (index == identified || random.nextInt(8) == 0 && index > identified)
      return new Event(
          "m" + i,
          EventKind.IDENTIFY,
          user,
          visitor,
          "",
          at,
          NOW,
          true,
          Map.of(),
          traits(),
          null,
          zone);
    PersonId known = index > identified && random.nextBoolean() ? user : null;
    Map<String, Object> properties =
        Map.of("draftId", "d" + random.nextInt(4), "title", "Title " + random.nextInt(9));
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return new Event(
        "m" + i,
        EventKind.TRACK,
        known,
        visitor,
        name,
        at,
        NOW,
        true,
        properties,
        Map.of(),
        null,
        zone(i));
  }

  private @Nullable ZoneId zone(int i) {
    return i % 2 == 0 ? zone : null;
  }

  private Map<String, Object> traits() {
    return Map.of("role", random.nextBoolean() ? "marketer" : "engineer");
  }

  private static Event received(Event event, Instant receivedAt) {
    return new Event(
        event.id(),
        event.kind(),
        event.user(),
        event.visitor(),
        event.name(),
        event.at(),
        receivedAt,
        event.historical(),
        event.properties(),
        event.traits(),
        event.previous(),
        event.zone());
  }

  private static Field role() {
    List<String> values = List.of("marketer", "engineer");
    return new Field(
        "role",
        FieldType.ONE_OF,
        values,
        "what you do",
        null,
        Purpose.PERSONALISATION,
        Duration.ofDays(180),
        true,
        PLACE);
  }
}
