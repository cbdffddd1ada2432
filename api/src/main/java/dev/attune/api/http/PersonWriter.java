package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.fact.Surfaces;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.vocabulary.Purpose;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes what is kept about a person. */
final class PersonWriter {
  private final JsonGenerator json;
  private final boolean whole;

  PersonWriter(JsonGenerator json) {
    this(json, false);
  }

  /**
   * @param whole down to when each event and each showing was, as far as that is kept
   */
  PersonWriter(JsonGenerator json, boolean whole) {
    this.json = json;
    this.whole = whole;
  }

  /** Everything known, as one object. */
  void known(Known known) throws IOException {
    json.writeStartObject();
    members(known);
    json.writeEndObject();
  }

  /** The members of the object, for one that says more. */
  void members(Known known) throws IOException {
    id(known.person());
    json.writeStringField("zone", zone(known.zone()));
    json.writeObjectFieldStart("consent");
    for (Purpose purpose : Purpose.values()) {
      Boolean granted = known.consent().granted().get(purpose);
      if (granted != null) json.writeBooleanField(purpose.wire(), granted);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("profile");
    for (Map.Entry<String, ProfileValue> field : new TreeMap<>(known.profile()).entrySet()) {
      json.writeObjectFieldStart(field.getKey());
      value(field.getValue().value(), field.getValue().provenance());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("events");
    for (Counter counter : new TreeMap<>(known.counters()).values()) counter(counter);
    json.writeEndArray();
    json.writeArrayFieldStart("items");
    for (ItemState item : new TreeMap<>(known.items()).values()) item(item);
    json.writeEndArray();
    json.writeArrayFieldStart("actions");
    for (Encounters met : new TreeMap<>(known.encounters()).values()) met(met);
    json.writeEndArray();
    surfaces(known.surfaces());
  }

  /** As others name it: to Java UTC is {@code Z}. */
  private static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  /** What the person pinned and hid, and what last stood where. */
  private void surfaces(Surfaces surfaces) throws IOException {
    json.writeArrayFieldStart("placements");
    Set<String> placements = new TreeSet<>(surfaces.arranged().keySet());
    placements.addAll(surfaces.laidOut().keySet());
    for (String placement : placements) {
      json.writeStartObject();
      json.writeStringField("id", placement);
      Arrangement arranged = surfaces.arranged().getOrDefault(placement, Arrangement.NONE);
      names("pinned", arranged.pinned());
      names("hidden", new TreeSet<>(arranged.hidden()));
      if (!arranged.equals(Arrangement.NONE)) moment("arrangedAt", arranged.at());
      Layout last = surfaces.laidOut().get(placement);
      if (last != null) {
        names("lastShown", last.actions());
        moment("lastShownAt", last.at());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void names(String name, Collection<String> names) throws IOException {
    json.writeArrayFieldStart(name);
    for (String each : names) json.writeString(each);
    json.writeEndArray();
  }

  void id(PersonId person) throws IOException {
    json.writeStringField(person.anonymous() ? "anonymousId" : "userId", person.value());
  }

  void value(@Nullable Object value, Provenance provenance) throws IOException {
    json.writeFieldName("value");
    Json.value(json, value instanceof LocalDate date ? date.toString() : value);
    json.writeStringField("source", provenance.source().name().toLowerCase(Locale.ROOT));
    json.writeStringField("at", provenance.at().toString());
    text("quote", provenance.quote());
    text("method", provenance.method());
    text("packVersion", provenance.packVersion());
    if (provenance.turn() != null) json.writeNumberField("turn", provenance.turn());
    if (provenance.confidence() != null) {
      json.writeNumberField("confidence", Provenance.told(provenance.confidence()));
    }
  }

  private void counter(Counter counter) throws IOException {
    json.writeStartObject();
    json.writeStringField("event", counter.event());
    json.writeNumberField("count", counter.count());
    json.writeStringField("first", counter.first().toString());
    json.writeStringField("last", counter.last().toString());
    if (whole) recent(counter.recent());
    json.writeEndObject();
  }

  /** By the quarter of an hour, which is as exact as it is kept. */
  private void recent(Recent recent) throws IOException {
    json.writeArrayFieldStart("recent");
    for (int i = 0; i < recent.size(); i++) {
      json.writeStartObject();
      moment("from", Recent.startOf(recent.quarterAt(i)));
      json.writeNumberField("count", recent.countAt(i));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void item(ItemState item) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", item.kind());
    json.writeStringField("id", item.id());
    json.writeStringField("title", item.title());
    json.writeBooleanField("open", item.isOpen());
    moment("touchedAt", item.touchedAt());
    moment("closedAt", item.closedAt());
    json.writeEndObject();
  }

  private void met(Encounters met) throws IOException {
    json.writeStartObject();
    key(json, met.action());
    json.writeNumberField("shown", met.shownTotal());
    json.writeNumberField("accepted", met.accepted());
    json.writeNumberField("dismissed", met.dismissed());
    json.writeNumberField("snoozed", met.snoozed());
    json.writeBooleanField("less", met.less());
    moment("lastShown", met.shown().isEmpty() ? null : met.shown().get(met.shown().size() - 1));
    moment("snoozedUntil", met.snoozedUntil());
    if (whole) {
      names("shownAt", met.shown().stream().map(Instant::toString).toList());
      moment("lastAccepted", met.lastAccepted());
      moment("lastDismissed", met.lastDismissed());
    }
    json.writeEndObject();
  }

  /** What was shown: its action, and the item where it stands for each. */
  static void key(JsonGenerator json, String key) throws IOException {
    json.writeStringField("action", ActionKey.action(key));
    String item = ActionKey.item(key);
    if (item != null) json.writeStringField("item", item);
  }

  private void moment(String name, @Nullable Instant at) throws IOException {
    if (at != null) json.writeStringField(name, at.toString());
  }

  private void text(String name, @Nullable String text) throws IOException {
    if (text != null) json.writeStringField(name, text);
  }
}
