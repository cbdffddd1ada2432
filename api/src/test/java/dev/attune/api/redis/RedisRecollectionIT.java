package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.fact.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How long a server may go by the facts it has read. */
class RedisRecollectionIT {
  private static final Instant START = Instant.parse("2026-10-20T12:00:00Z");
  private static RedisStores one;
  private static RedisStores other;

  @BeforeAll
  static void connect() {
    String space = "recollection-" + UUID.randomUUID();
    one = TestRedis.stores(TestRedis.uri(), space);
    other = TestRedis.stores(TestRedis.uri(), space);
  }

  @AfterAll
  static void disconnect() {
    TestRedis.close(one);
    TestRedis.close(other);
  }

  @Test
  void facts_are_recalled_until_anything_about_the_person_changes() {
    Ask ask = new Ask("nudge", Kind.NUDGE, true, List.of());
    Ask tour = new Ask("tour", Kind.TOUR, true, List.of());
    Instant later = START.plusSeconds(600);
    List<Function<PersonId, CompletionStage<?>>> changes =
        List.of(
            person -> other.facts().write(person, counted("later " + person)),
            person -> other.facts().merge(person, PersonId.anonymous("a " + person.value())),
            person -> other.facts().erase(person),
            person -> other.attention().laidOut(person, "home", new Layout(List.of(), 1, START)),
            person -> other.attention().reserve(person, "d9", List.of(tour), START, later),
            person -> other.attention().giveBack(person, "nudge", "d1"),
            person ->
                other
                    .attention()
                    .spend(person, new Showing("d1", "nudge", Kind.NUDGE, true, START)));
    for (int i = 0; i < changes.size(); i++) {
      for (List<Ask> asks : List.of(List.of(ask), List.<Ask>of())) {
        PersonId person = recalled("recalled " + i + " " + asks.size(), ask);
        join(changes.get(i).apply(person));

        assertThat(asOf(person, "d4", asks)).as("change %s", i).isEmpty();
      }
      PersonId person = recalled("loaded " + i, ask);
      Known before = one.facts().recall(person);
      assertThat(join(one.facts().load(person))).as("nothing read anew").isSameAs(before);
      join(changes.get(i).apply(person));

      Known after = join(one.facts().load(person));
      assertThat(after).as("change %s", i).isNotSameAs(before);
      assertThat(after).as("change %s", i).isEqualTo(join(other.facts().load(person)));
    }
  }

  @Test
  void facts_are_recalled_after_a_reservation_that_asked_for_nothing() {
    Ask ask = new Ask("nudge", Kind.NUDGE, true, List.of());
    PersonId person = PersonId.user("read and reserved");
    join(one.facts().write(person, counted("read and reserved")));
    join(one.facts().load(person));

    join(one.attention().reserve(person, "d1", List.of(ask), START, START.plusSeconds(600)));

    assertThat(one.facts().recall(person)).isEqualTo(join(other.facts().load(person)));
    assertThat(asOf(person, "d2", List.of(ask))).isPresent();
  }

  /** Somebody whose facts the first server has read and reserved on. */
  private static PersonId recalled(String id, Ask ask) {
    PersonId person = PersonId.user(id);
    join(one.facts().write(person, counted("first " + id)));
    join(one.facts().load(person));
    assertThat(asOf(person, "d1", List.of(ask))).as("read").isPresent();
    assertThat(asOf(person, "d2", List.of(ask))).as("its own reservation").isPresent();
    assertThat(asOf(person, "d3", List.of())).as("without asks").isPresent();
    assertThat(one.facts().recall(person)).isEqualTo(join(other.facts().load(person)));
    return person;
  }

  /** Nothing when the person is not recalled any more either. */
  private static Optional<List<Grant>> asOf(PersonId person, String decision, List<Ask> asks) {
    Known recalled = one.facts().recall(person);
    if (recalled == null) return Optional.empty();
    return join(
        one.attention().reserveAsOf(recalled, decision, asks, START, START.plusSeconds(600)));
  }

  private static Write counted(String id) {
    return new Write(id, START, List.of(new Counted("tone.applied", START)));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
