package dev.attune.api.http.ingest;

import dev.attune.api.http.Fault;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventIntake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body of events, read.
 *
 * @param events to be taken in
 * @param faults what is wrong with the others; each pointer leads into the event it belongs to
 * @param late what is not taken in because it happened too long ago; that is no fault of its form
 * @param clamped how many events lay in the future and count as happening now
 * @param writeKey the key the body carries; null when none
 */
public record Ingested(
    List<Event> events,
    List<Fault> faults,
    List<Fault> late,
    int clamped,
    @Nullable String writeKey) {
  /** Why an event that lies too far back is left out; null when it does not. */
  static @Nullable Fault late(Event event, String pointer) {
    return EventIntake.isLate(event)
        ? new Fault(pointer, "happened more than 7 days ago; /v1/import takes history")
        : null;
  }
}
