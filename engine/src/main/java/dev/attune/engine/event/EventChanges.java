package dev.attune.engine.event;

import dev.attune.engine.event.Undeclared.Part;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.ItemType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an event changes: only what the vocabulary declares; the rest is counted for authors. */
final class EventChanges {
  private static final String PAGE = "page.viewed";
  private static final String SCREEN = "screen.viewed";
  private static final int ID = 256;

  private final Supplier<Vocabulary> vocabulary;
  private final Undeclared undeclared;

  EventChanges(Supplier<Vocabulary> vocabulary, Undeclared undeclared) {
    this.vocabulary = vocabulary;
    this.undeclared = undeclared;
  }

  List<Change> of(Event event) {
    List<Change> changes = new ArrayList<>();
    Vocabulary declared = vocabulary.get();
    if (event.zone() != null) changes.add(new Change.Zoned(event.zone(), event.at()));
    switch (event.kind()) {
      case TRACK -> happened(event, event.name(), declared, changes);
      case PAGE -> viewed(event, PAGE, declared, changes);
      case SCREEN -> viewed(event, SCREEN, declared, changes);
      case IDENTIFY -> learnt(event, declared, changes);
      case GROUP, ALIAS -> {}
    }
    return changes;
  }

  private void viewed(Event event, String name, Vocabulary declared, List<Change> changes) {
    if (declared.events().containsKey(name)) happened(event, name, declared, changes);
  }

  private void happened(Event event, String name, Vocabulary declared, List<Change> changes) {
    if (!declared.events().containsKey(name)) {
      undeclared.seen(Part.EVENT, name, event.receivedAt());
      return;
    }
    changes.add(new Change.Counted(name, event.at()));
    for (ItemType type : declared.items().values()) item(event, name, type, changes);
  }

  private static void item(Event event, String name, ItemType type, List<Change> changes) {
    String id = text(event.properties().get(type.idProperty()));
    if (id == null || id.isEmpty() || id.length() > ID) return;
    String title = shortened(text(property(event, type)));
    if (type.openedBy().contains(name) || type.touchedBy().contains(name))
      changes.add(new Change.Touched(type.kind(), id, title, event.at()));
    if (type.closedBy().contains(name))
      changes.add(new Change.Closed(type.kind(), id, title, event.at()));
  }

  private static @Nullable Object property(Event event, ItemType type) {
    return type.titleProperty() == null ? null : event.properties().get(type.titleProperty());
  }

  private void learnt(Event event, Vocabulary declared, List<Change> changes) {
    Provenance provenance =
        new Provenance(Source.IMPORTED, event.at(), null, null, "identify", null, null);
    for (Map.Entry<String, Object> trait : event.traits().entrySet()) {
      Field field = declared.profile().get(trait.getKey());
      if (field == null) {
        undeclared.seen(Part.TRAIT, trait.getKey(), event.receivedAt());
        continue;
      }
      Optional<Object> value = FieldValue.of(field, trait.getValue());
      if (value.isPresent()) changes.add(new Change.Learnt(field.name(), value.get(), provenance));
      else undeclared.seen(Part.TRAIT_VALUE, trait.getKey(), event.receivedAt());
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) return text;
    return value instanceof Long || value instanceof Integer ? value.toString() : null;
  }

  /** Never in the middle of a character. */
  private static @Nullable String shortened(@Nullable String title) {
    if (title == null || title.length() <= ID) return title;
    int end = Character.isHighSurrogate(title.charAt(ID - 1)) ? ID - 1 : ID;
    return title.substring(0, end);
  }
}
