package dev.attune.engine.explain;

import dev.attune.engine.fact.Provenance;
import dev.attune.engine.text.Place;
import org.jspecify.annotations.Nullable;

/**
 * A value a rule read and matched on.
 *
 * @param fact e.g. {@code Profile} or {@code Activity document.created}
 * @param provenance how it came to be known; null for what the app sent with the request and for
 *     what follows from other facts
 * @param sayable whether the value may be quoted to the person
 * @param place the condition that read it
 */
public record UsedFact(
    String fact,
    String property,
    Object value,
    @Nullable Provenance provenance,
    boolean sayable,
    Place place) {}
