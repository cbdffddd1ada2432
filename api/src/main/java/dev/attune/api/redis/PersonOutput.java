package dev.attune.api.redis;

import dev.attune.api.redis.Recollection.Recalled;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Surfaces;
import dev.attune.engine.vocabulary.Purpose;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the answer to HGETALL into {@link Known} while it comes in, without a map between. */
final class PersonOutput extends CommandOutput<byte[], byte[], PersonOutput.Found> {
  /**
   * What stands in a person's hash.
   *
   * @param movedTo the person these facts were moved to; null when they are here
   * @param moving some are still here
   * @param recalled the facts as they can be recalled; null when they are elsewhere or nothing
   */
  record Found(
      Known known, @Nullable PersonId movedTo, boolean moving, @Nullable Recalled recalled) {}

  private final PersonId person;
  private final ConsentDefault consentDefault;
  private final Cursor cursor = new Cursor();
  private final Map<String, ProfileValue> profile = new HashMap<>(32);
  private final Map<String, Counter> counters = new HashMap<>(32);
  private final Map<String, ItemState> items = new HashMap<>(8);
  private final Map<String, Encounters> encounters = new HashMap<>(16);
  private final Map<Purpose, Boolean> consent = new EnumMap<>(Purpose.class);
  private List<Interruption> spent = List.of();
  private List<Reservation> reserved = List.of();
  private Surfaces surfaces = Surfaces.UNTOUCHED;
  private ZoneId zone = ZoneOffset.UTC;
  private byte[] reservedText = {};
  private byte @Nullable [] mark;
  private @Nullable PersonId movedTo;
  private @Nullable String name;
  private char kind;
  private int fields;

  PersonOutput(PersonId person, ConsentDefault consentDefault) {
    super(ByteArrayCodec.INSTANCE, new Found(Known.nothing(person), null, false, null));
    this.person = person;
    this.consentDefault = consentDefault;
  }

  @Override
  public void set(@Nullable ByteBuffer bytes) {
    if (bytes == null) return;
    cursor.over(bytes);
    if (name == null) {
      kind = cursor.letter();
      name = kind == 'i' ? cursor.rest() : cursor.restAsName();
    } else {
      enter(kind, name);
      name = null;
      fields++;
    }
  }

  @Override
  public Found get() {
    Known known =
        new Known(
            person,
            zone,
            consentDefault.complete(consent),
            profile,
            counters,
            items,
            encounters,
            Decoding.attention(spent, reserved),
            surfaces);
    Recalled recalled =
        mark == null || movedTo != null ? null : new Recalled(known, mark, reservedText);
    return new Found(known, movedTo, fields > 1, recalled);
  }

  private void enter(char kind, String name) {
    switch (kind) {
      case 'p' -> Decoding.profile(cursor, profile);
      case 'c' -> counters.put(name, Decoding.counter(name, cursor));
      case 'i' -> items.put(name, Decoding.item(name, cursor));
      case 'e' -> encounters.put(name, Decoding.encounters(name, cursor));
      case 'a' -> surfaces = surfaces.arrange(name, Decoding.arrangement(cursor));
      case 'o' -> surfaces = surfaces.layOut(name, Decoding.layout(cursor));
      case 's' -> spent = Decoding.spent(cursor);
      case 'r' -> {
        reservedText = cursor.bytes();
        reserved = Decoding.reserved(cursor);
      }
      case 'v' -> mark = cursor.bytes();
      case 'g' -> {
        cursor.number(';');
        consent.put(Purpose.valueOf(name.toUpperCase(Locale.ROOT)), cursor.letter() == 'g');
      }
      case 'z' -> {
        cursor.number(';');
        zone = ZoneId.of(cursor.rest());
      }
      case 'l' -> movedTo = Form.person(cursor.rest());
      default -> {}
    }
  }
}
