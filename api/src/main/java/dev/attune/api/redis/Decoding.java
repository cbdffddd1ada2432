package dev.attune.api.redis;

import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Form} writes. */
final class Decoding {
  private static final Source[] SOURCES = Source.values();

  private Decoding() {}

  static Counter counter(String event, Cursor value) {
    int count = (int) value.number(';');
    Instant first = value.instant(';');
    Instant last = value.instant(';');
    int[] quarters = new int[8];
    int[] counts = new int[8];
    int size = 0;
    for (; !value.isDone(); size++) {
      if (size == quarters.length) {
        quarters = Arrays.copyOf(quarters, size * 4);
        counts = Arrays.copyOf(counts, size * 4);
      }
      quarters[size] = (int) value.number(':');
      counts[size] = (int) value.number(',');
    }
    return new Counter(event, count, first, last, Recent.of(quarters, counts, size));
  }

  static ItemState item(String key, Cursor value) {
    int slash = key.indexOf('/');
    Instant touched = value.instantOrNull(';');
    Instant closed = value.instantOrNull(';');
    value.instantOrNull(';');
    String title = value.rest();
    return new ItemState(key.substring(0, slash), key.substring(slash + 1), title, touched, closed);
  }

  /** All values of a profile; those learnt in one call share their provenance. */
  static void profile(Cursor stored, Map<String, ProfileValue> profile) {
    Provenance last = null;
    while (!stored.isDone()) {
      String field = stored.name('=');
      ProfileValue value = value(stored, last);
      if (value == null) continue;
      profile.put(field, value);
      last = value.provenance();
    }
  }

  /** Null when the field was forgotten. */
  static @Nullable ProfileValue value(Cursor stored) {
    return value(stored, null);
  }

  private static @Nullable ProfileValue value(Cursor stored, @Nullable Provenance last) {
    Source source = SOURCES[(int) stored.number(';')];
    long millis = stored.number(';');
    Object value = typed(stored.letter(), stored.text(Form.UNIT));
    String quote = stored.textOrNull(Form.UNIT);
    String turn = stored.textOrNull(Form.UNIT);
    String method = stored.textOrNull(Form.UNIT);
    String confidence = stored.textOrNull(Form.UNIT);
    String pack = stored.textOrNull(Form.GROUP);
    if (value == null) return null;
    Provenance provenance =
        new Provenance(
            source,
            Instant.ofEpochMilli(millis),
            quote,
            turn == null ? null : Integer.valueOf(turn),
            method,
            confidence == null ? null : Double.valueOf(confidence),
            pack);
    return new ProfileValue(value, last != null && last.equals(provenance) ? last : provenance);
  }

  /** When and from where a value was told; also of one that is to be forgotten. */
  static Provenance forgotten(Cursor stored) {
    return Provenance.of(SOURCES[(int) stored.number(';')], stored.instant(';'));
  }

  static Encounters encounters(String action, Cursor value) {
    int total = (int) value.number(';');
    int dismissed = (int) value.number(';');
    int accepted = (int) value.number(';');
    int snoozed = (int) value.number(';');
    Instant lastDismissed = value.instantOrNull(';');
    Instant lastAccepted = value.instantOrNull(';');
    Instant snoozedUntil = value.instantOrNull(';');
    boolean less = value.number(';') == 1;
    List<Instant> shown = new ArrayList<>();
    while (!value.isDone()) shown.add(value.instant(','));
    return new Encounters(
        action,
        shown,
        total,
        dismissed,
        accepted,
        snoozed,
        lastDismissed,
        lastAccepted,
        snoozedUntil,
        less);
  }

  static List<Interruption> spent(Cursor value) {
    List<Interruption> spent = new ArrayList<>();
    while (!value.isDone()) {
      Instant at = value.instant(Form.UNIT);
      String kind = value.name(Form.UNIT);
      spent.add(new Interruption(value.name(Form.RECORD), kind, at));
    }
    return spent;
  }

  static List<Reservation> reserved(Cursor value) {
    List<Reservation> reserved = new ArrayList<>();
    while (!value.isDone()) {
      Instant until = value.instant(Form.UNIT);
      String id = value.text(Form.UNIT);
      String kind = value.name(Form.UNIT);
      boolean interrupts = value.number(Form.UNIT) == 1;
      reserved.add(new Reservation(id, value.name(Form.RECORD), kind, interrupts, until));
    }
    return reserved;
  }

  static Arrangement arrangement(Cursor value) {
    Instant at = value.instant(';');
    List<String> pinned = names(value.text(';'));
    return new Arrangement(pinned, Set.copyOf(names(value.rest())), at);
  }

  static Layout layout(Cursor value) {
    Instant at = value.instant(';');
    int basis = (int) value.number(';');
    return new Layout(names(value.rest()), basis, at);
  }

  private static List<String> names(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("" + Form.UNIT));
  }

  static Attention attention(List<Interruption> spent, List<Reservation> reserved) {
    if (spent.isEmpty() && reserved.isEmpty()) return Attention.UNTOUCHED;
    return new Attention(spent, reserved);
  }

  private static @Nullable Object typed(char type, String text) {
    return switch (type) {
      case 's' -> text;
      case 'n' -> Double.valueOf(text);
      case 'f' -> text.equals("1");
      case 'd' -> LocalDate.ofEpochDay(Long.parseLong(text));
      case 'm' -> many(text);
      default -> null;
    };
  }

  private static Set<String> many(String text) {
    Set<String> values = new TreeSet<>();
    int from = 0;
    for (int to = text.indexOf(Form.RECORD); to >= 0; to = text.indexOf(Form.RECORD, from)) {
      values.add(text.substring(from, to));
      from = to + 1;
    }
    return Collections.unmodifiableSet(values);
  }
}
