package dev.attune.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.decision.DecisionRecords.Page;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of decision records promises to who walks over them. */
public abstract class DecisionRecordsContract {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private final DecisionIds ids = DecisionIds.random();

  protected abstract DecisionRecords records();

  @Test
  void a_walk_meets_every_record_of_its_span_once_newest_first() {
    List<String> made = new ArrayList<>();
    for (int minutes = 0; minutes < 240; minutes += 2) made.add(save(minutes));
    save(-5);
    save(300);

    List<String> met = walk(NOW.minus(Duration.ofMinutes(239)), NOW.plusMillis(1), 20);

    assertThat(met).containsExactlyElementsOf(made);
  }

  @Test
  void a_page_holds_no_more_than_was_asked_for() {
    for (int i = 0; i < 100; i++) save(1);

    Page page = join(records().recent(NOW.minusSeconds(600), NOW, null, 16));

    assertThat(page.records()).hasSizeBetween(1, 16);
    assertThat(page.next()).isNotNull();
  }

  @Test
  void a_walk_over_nothing_ends() {
    assertThat(walk(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)), 50)).isEmpty();
  }

  private String save(int minutesAgo) {
    Instant at = NOW.minus(Duration.ofMinutes(minutesAgo));
    String id = ids.next(at);
    join(records().save(record(id, at, PersonId.user("ana"))));
    return id;
  }

  private List<String> walk(Instant from, Instant until, int most) {
    List<String> met = new ArrayList<>();
    @Nullable String before = null;
    do {
      Page page = join(records().recent(from, until, before, most));
      for (byte[] record : page.records()) met.add(RecordCodec.decode(record).id());
      before = page.next();
    } while (before != null);
    return met;
  }

  /** A decision of nothing. */
  protected static DecisionRecord record(String id, Instant at, PersonId person) {
    return new DecisionRecord(
        id,
        "r1",
        at,
        State.FRESH,
        StateReason.NONE,
        Known.nothing(person),
        VisitContext.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  protected static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
