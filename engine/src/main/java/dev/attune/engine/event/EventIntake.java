package dev.attune.engine.event;

import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Write;
import dev.attune.engine.fact.Written;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Takes events into the facts. Order and repetition do not matter: any delivery of the same events
 * ends in the same facts. A stage completes when the event is in the store and fails only when the
 * store cannot be reached; the sender may then send it again. Thread-safe.
 */
public final class EventIntake {
  /** How late an event may come that is not sent as history. */
  public static final Duration LATE = Duration.ofDays(7);

  /** An event older than this did not arrive as it happened. */
  private static final Duration JUST_NOW = Duration.ofHours(1);

  private final FactStore store;
  private final Supplier<Vocabulary> vocabulary;
  private final Undeclared undeclared;
  private final Arrivals arrivals;

  public EventIntake(FactStore store, Supplier<Vocabulary> vocabulary, Undeclared undeclared) {
    this(store, vocabulary, undeclared, Arrivals.NOBODY);
  }

  public EventIntake(
      FactStore store, Supplier<Vocabulary> vocabulary, Undeclared undeclared, Arrivals arrivals) {
    this.store = store;
    this.arrivals = arrivals;
    this.vocabulary = vocabulary;
    this.undeclared = undeclared;
  }

  public CompletionStage<Accepted> accept(Event event) {
    if (isLate(event)) return CompletableFuture.completedFuture(Accepted.TOO_OLD);
    return merge(event).thenCompose(merged -> enter(event));
  }

  /** Whether it comes too late to be taken in. */
  public static boolean isLate(Event event) {
    return !event.historical() && event.at().isBefore(event.receivedAt().minus(LATE));
  }

  private CompletionStage<Void> merge(Event event) {
    PersonId user = event.user();
    if (event.kind() == EventKind.ALIAS && event.previous() != null) {
      String previous = event.previous();
      PersonId into = event.person();
      return store
          .merge(PersonId.anonymous(previous), into)
          .thenCompose(first -> store.merge(PersonId.user(previous), into));
    }
    if (event.kind() == EventKind.IDENTIFY && user != null && event.visitor() != null)
      return store.join(event.visitor(), user);
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Accepted> enter(Event event) {
    EventChanges entering = EventChanges.of(event, vocabulary.get());
    return store
        .write(event.person(), new Write(event.id(), event.receivedAt(), entering.changes()))
        .thenApply(
            written -> {
              if (written == Written.ENTERED) {
                entering
                    .unknown()
                    .forEach(
                        each ->
                            undeclared.seen(
                                each.part(), each.name(), event.person(), event.receivedAt()));
                arrivals.entered(entering.changes());
                tell(event, entering.changes());
              }
              return accepted(written);
            });
  }

  private void tell(Event event, List<Change> entered) {
    boolean justNow = !event.at().isBefore(event.receivedAt().minus(JUST_NOW));
    if (event.kind() != EventKind.TRACK || event.historical() || !justNow) return;
    boolean declared = false;
    for (Change change : entered) {
      if (!(change instanceof Change.Counted counted)) continue;
      arrivals.declared(counted.event(), event.person());
      declared = true;
    }
    if (!declared) arrivals.undeclared(event.person());
  }

  private static Accepted accepted(Written written) {
    return switch (written) {
      case ENTERED -> Accepted.ENTERED;
      case DUPLICATE -> Accepted.DUPLICATE;
      case ERASED -> Accepted.ERASED;
    };
  }
}
