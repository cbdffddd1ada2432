package dev.attune.api.http.ingest;

import dev.attune.engine.event.Accepted;
import dev.attune.engine.event.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Enters a batch a few events at a time, so that a large one neither floods the store nor waits on
 * itself until it is too late. Stops at the first that fails: the sender sends all again, and those
 * entered count once. Used on one thread at a time.
 */
final class EnteringBatch {
  private static final int AT_ONCE = 16;

  private final List<Event> events;
  private final Function<Event, CompletionStage<Accepted>> intake;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private int next;
  private int entered;

  private EnteringBatch(List<Event> events, Function<Event, CompletionStage<Accepted>> intake) {
    this.events = events;
    this.intake = intake;
  }

  /** Completes when all events are in the store. */
  static CompletionStage<Void> enter(
      List<Event> events, Function<Event, CompletionStage<Accepted>> intake) {
    EnteringBatch batch = new EnteringBatch(events, intake);
    if (events.isEmpty()) batch.done.complete(null);
    for (int i = 0; i < AT_ONCE; i++) batch.more();
    return batch.done;
  }

  private synchronized void more() {
    if (next >= events.size() || done.isDone()) return;
    intake.apply(events.get(next++)).whenComplete((accepted, failure) -> settled(failure));
  }

  private synchronized void settled(@Nullable Throwable failure) {
    entered++;
    if (failure != null) {
      done.completeExceptionally(failure);
    } else if (entered == events.size()) {
      done.complete(null);
    } else {
      more();
    }
  }
}
