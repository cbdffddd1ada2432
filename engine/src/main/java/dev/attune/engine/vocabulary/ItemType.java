package dev.attune.engine.vocabulary;

import dev.attune.engine.text.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A declared kind of thing a person works on, e.g. a draft.
 *
 * @param kind e.g. {@code draft}
 * @param idProperty the event property that carries the item's id
 * @param titleProperty the event property that carries its title; null when it has none
 * @param openedBy the events that open it
 * @param touchedBy the events that show work on it
 * @param closedBy the events that end it
 */
public record ItemType(
    String kind,
    String idProperty,
    @Nullable String titleProperty,
    Set<String> openedBy,
    Set<String> touchedBy,
    Set<String> closedBy,
    Place declaredAt) {}
