package dev.attune.engine.event;

import dev.attune.engine.event.Undeclared.Part;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.ItemType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event changes: only what the vocabulary declares; the rest is left for authors. */
final class EventChanges {
  private static final String PAGE = "page.viewed";
  private static final String SCREEN = "screen.viewed";
  private static final int ID = 256;

  private final Event event;
  private final Vocabulary declared;
  private final List<Change> changes = new ArrayList<>();
  private final List<Unknown> unknown = new ArrayList<>();

  private EventChanges(Event event, Vocabulary declared) {
    this.event = event;
    this.declared = declared;
  }

  /** A name in an event that the vocabulary does not know. */
  record Unknown(Part part, String name) {}

  static EventChanges of(Event event, Vocabulary declared) {
    EventChanges reading = new EventChanges(event, declared);
    reading.read();
    return reading;
  }

  List<Change> changes() {
    return changes;
  }

  List<Unknown> unknown() {
    return unknown;
  }

  private void read() {
    if (event.zone() != null) changes.add(new Change.Zoned(event.zone(), event.at()));
    switch (event.kind()) {
      case TRACK -> happened(event.name());
      case PAGE -> viewed(PAGE);
      case SCREEN -> viewed(SCREEN);
      case IDENTIFY -> learnt();
      case GROUP, ALIAS -> {}
    }
  }

  private void viewed(String name) {
    if (declared.events().containsKey(name)) happened(name);
  }

  private void happened(String name) {
    if (!declared.events().containsKey(name)) {
      unknown.add(new Unknown(Part.EVENT, name));
      return;
    }
    changes.add(new Change.Counted(name, event.at()));
    for (ItemType type : declared.items().values()) item(name, type);
  }

  private void item(String name, ItemType type) {
    String id = text(event.properties().get(type.idProperty()));
    if (id == null || id.isEmpty() || id.length() > ID) return;
    String title = shortened(text(property(type)));
    if (type.openedBy().contains(name) || type.touchedBy().contains(name))
      changes.add(new Change.Touched(type.kind(), id, title, event.at()));
    if (type.closedBy().contains(name))
      changes.add(new Change.Closed(type.kind(), id, title, event.at()));
  }

  private @Nullable Object property(ItemType type) {
    return type.titleProperty() == null ? null : event.properties().get(type.titleProperty());
  }

  private void learnt() {
    Provenance provenance =
        new Provenance(Source.IMPORTED, event.at(), null, null, "identify", null, null);
    for (Map.Entry<String, Object> trait : event.traits().entrySet()) {
      Field field = declared.profile().get(trait.getKey());
      if (field == null) {
        unknown.add(new Unknown(Part.TRAIT, trait.getKey()));
        continue;
      }
      Optional<Object> value = FieldValue.of(field, trait.getValue());
      if (value.isPresent()) changes.add(new Change.Learnt(field.name(), value.get(), provenance));
      else unknown.add(new Unknown(Part.TRAIT_VALUE, trait.getKey()));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) return text;
    return value instanceof Long || value instanceof Integer || value instanceof BigInteger
        ? value.toString()
        : null;
  }

  /** Never in the middle of a character. */
  private static @Nullable String shortened(@Nullable String title) {
    if (title == null || title.length() <= ID) return title;
    int end = Character.isHighSurrogate(title.charAt(ID - 1)) ? ID - 1 : ID;
    return title.substring(0, end);
  }
}
