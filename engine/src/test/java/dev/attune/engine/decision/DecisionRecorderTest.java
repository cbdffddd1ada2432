package dev.attune.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
import dev.attune.engine.fact.VisitContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DecisionRecorderTest {
  private static final int IN_FLIGHT = 2;
  private static final int WAITING = 5;

  private final Shelf shelf = new Shelf();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<String> packed = new ArrayList<>();
  private final DecisionRecorder recorder = recorder(Runnable::run);

  /** Keeps records in memory, unless it is made to fail. */
  private static final class Shelf implements DecisionRecords {
    private final List<String> kept = new ArrayList<>();
    private final List<Integer> together = new ArrayList<>();
    private String impossible = "";
    private RuntimeException failure;

    @Override
    public CompletionStage<Void> save(List<DecisionRecord> made) {
      if (failure != null) return CompletableFuture.failedFuture(failure);
      for (DecisionRecord one : made) {
        if (one.id().equals(impossible))
          return CompletableFuture.failedFuture(new IllegalArgumentException("impossible"));
      }
      for (DecisionRecord one : made) kept.add(one.id());
      together.add(made.size());
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Optional<DecisionRecord>> load(String id) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit) {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletionStage<Void> keepExposed(String id) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Page> recent(Instant from, Instant until, String before, int most) {
      return CompletableFuture.completedFuture(new Page(List.of(), null));
    }
  }

  @Test
  void a_record_made_while_the_store_is_away_is_written_once_it_is_back() {
    shelf.failure = new StoreUnreachable("away");
    hand("one", "two");
    laterComes();
    assertThat(shelf.kept).isEmpty();

    shelf.failure = null;
    laterComes();

    assertThat(shelf.kept).containsExactlyInAnyOrder("one", "two");
    assertThat(recorder.dropped()).isZero();
    assertThat(recorder.drained().toCompletableFuture()).isDone();
  }

  @Test
  void only_what_has_to_wait_for_the_store_is_packed_and_it_stays_what_it_was() {
    hand("before");
    shelf.failure = new StoreUnreachable("away");
    hand("first", "waits");

    assertThat(packed).containsExactly("waits");
    assertThat(recorder.find("waits").toCompletableFuture().join()).contains(record("waits"));

    shelf.failure = null;
    laterComes();
    hand("after");
    assertThat(shelf.kept).containsExactly("before", "first", "waits", "after");
    assertThat(packed).containsExactly("waits");
  }

  @Test
  void meanwhile_it_can_be_found() {
    shelf.failure = new StoreUnreachable("away");
    hand("one");

    assertThat(recorder.find("one").toCompletableFuture().join()).isPresent();
  }

  @Test
  void it_is_among_its_persons_decisions_before_it_is_written() {
    shelf.failure = new StoreUnreachable("away");
    hand("1", "2");

    PersonId person =
        recorder.find("1").toCompletableFuture().join().orElseThrow().known().person();
    assertThat(recorder.byPerson(person, 10).toCompletableFuture().join())
        .extracting(DecisionRecord::id)
        .containsExactly("2", "1");
    assertThat(recorder.byPerson(PersonId.user("other"), 10).toCompletableFuture().join())
        .isEmpty();
  }

  @Test
  void a_store_that_is_away_is_not_asked_again_for_every_record() {
    shelf.failure = new StoreUnreachable("away");

    hand("one", "two", "three", "four");

    assertThat(later).hasSize(1);
  }

  @Test
  void only_so_many_wait_and_what_is_lost_is_counted() {
    shelf.failure = new StoreUnreachable("away");
    hand("1", "2", "3", "4", "5", "6", "7", "8");

    shelf.failure = null;
    laterComes();

    assertThat(shelf.kept).containsExactlyInAnyOrder("4", "5", "6", "7", "8");
    assertThat(recorder.dropped()).isEqualTo(3);
  }

  @Test
  void a_record_the_store_refuses_is_lost_and_counted() {
    shelf.failure = new IllegalStateException("full");
    hand("one");

    assertThat(later).isEmpty();
    assertThat(recorder.dropped()).isEqualTo(1);
  }

  @Test
  void what_is_handed_over_within_a_moment_is_written_together() {
    Deque<Runnable> soon = new ArrayDeque<>();
    DecisionRecorder gathering = recorder(soon::add);

    for (String id : List.of("one", "two", "three")) gathering.hand(record(id));
    assertThat(shelf.kept).isEmpty();
    assertThat(soon).hasSize(1);
    soon.remove().run();

    assertThat(shelf.kept).containsExactly("one", "two", "three");
    assertThat(shelf.together).containsExactly(3);
  }

  @Test
  void one_record_the_store_refuses_takes_none_of_the_others_along() {
    Deque<Runnable> soon = new ArrayDeque<>();
    DecisionRecorder gathering = recorder(soon::add);
    shelf.impossible = "two";

    for (String id : List.of("one", "two", "three")) gathering.hand(record(id));
    soon.remove().run();

    assertThat(shelf.kept).containsExactly("one", "three");
    assertThat(gathering.dropped()).isEqualTo(1);
  }

  @Test
  void what_waits_for_a_record_goes_on_once_it_is_written() {
    shelf.failure = new StoreUnreachable("away");
    hand("one");
    CompletableFuture<Void> written = recorder.written("one").toCompletableFuture();
    assertThat(written).isNotDone();

    shelf.failure = null;
    laterComes();

    assertThat(written).succeedsWithin(Duration.ofSeconds(5));
    assertThat(recorder.written("one").toCompletableFuture()).isDone();
  }

  private DecisionRecorder recorder(Executor soon) {
    return new DecisionRecorder(
        shelf,
        IN_FLIGHT,
        WAITING,
        this::packed,
        made -> {},
        new DecisionRecorder.Rhythm(soon, later::add));
  }

  private Supplier<DecisionRecord> packed(DecisionRecord made) {
    packed.add(made.id());
    return RecordCodec.packed(made);
  }

  private void hand(String... ids) {
    for (String id : ids) recorder.hand(record(id));
  }

  /** What was put off runs now. */
  private void laterComes() {
    List<Runnable> due = new ArrayList<>(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  private static DecisionRecord record(String id) {
    return new DecisionRecord(
        id,
        "release",
        Instant.EPOCH,
        State.STALE,
        StateReason.STORE_UNAVAILABLE,
        Known.nothing(PersonId.user("ana")),
        VisitContext.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }
}
