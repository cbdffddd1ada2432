package dev.attune.api.http.ingest;

import dev.attune.api.http.Fault;
import dev.attune.engine.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body of events, read.
 *
 * @param events to be taken in
 * @param faults what is wrong with the others; each pointer leads into the event it belongs to
 * @param clamped how many events lay in the future and count as happening now
 * @param writeKey the key the body carries; null when none
 */
public record Ingested(
    List<Event> events, List<Fault> faults, int clamped, @Nullable String writeKey) {}
