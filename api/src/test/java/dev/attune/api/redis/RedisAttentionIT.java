package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Change.Touched;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.fact.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept of what a person met, and for how long. */
class RedisAttentionIT {
  private static final Instant START = Instant.parse("2026-10-20T12:00:00Z");
  private static RedisStores one;
  private static RedisStores other;

  @BeforeAll
  static void connect() {
    String space = "attention-" + UUID.randomUUID();
    one = TestRedis.stores(TestRedis.uri(), space);
    other = TestRedis.stores(TestRedis.uri(), space);
  }

  @AfterAll
  static void disconnect() {
    TestRedis.close(one);
    TestRedis.close(other);
  }

  @Test
  void outcomes_are_kept_with_their_reasons_the_newest_hundred_of_them() {
    PersonId person = PersonId.user("rep");
    String decision = DecisionIds.random().next(START);
    for (int i = 0; i < 105; i++) {
      Instant at = START.plusSeconds(i);
      String reason = "reason " + i + " \u00e9";
      join(
          one.attention()
              .react(
                  person,
                  new Reaction(
                      decision + ":call lead/l-" + i + ":overridden",
                      decision,
                      "call lead/l-" + i,
                      ReactionType.OVERRIDDEN,
                      at,
                      null,
                      reason)));
    }
    join(
        one.facts()
            .write(person, new Write("later", START, List.of(new Counted("tone.applied", START)))));

    List<Reaction> kept = join(one.attention().reactions(person));

    assertThat(kept).hasSize(100);
    assertThat(kept.get(0).reason()).isEqualTo("reason 5 \u00e9");
    assertThat(kept.get(99).action()).isEqualTo("call lead/l-104");
    assertThat(kept.get(99).decision()).isEqualTo(decision);
    assertThat(join(one.facts().export(person)).consents()).isEmpty();
    join(one.facts().erase(person));
    assertThat(join(one.attention().reactions(person))).isEmpty();
  }

  @Test
  void with_a_forgotten_item_goes_what_was_met_about_it() {
    PersonId person = PersonId.user("many leads");
    touch(person, "oldest", 0);
    touch(person, "next", 1);
    for (String key : List.of("call lead/oldest", "call lead/next", "call"))
      join(one.attention().spend(person, new Showing("d-" + key, key, Kind.MODULE, false, START)));

    for (int i = 2; i <= 100; i++) touch(person, "l-" + i, i);

    assertThat(join(one.facts().load(person)).encounters())
        .containsOnlyKeys("call lead/next", "call");
  }

  private static void touch(PersonId person, String id, int second) {
    Instant at = START.plusSeconds(second);
    join(one.facts().write(person, new Write(id, at, List.of(new Touched("lead", id, id, at)))));
  }

  @Test
  void what_stood_where_is_known_at_the_next_visit_and_the_latest_counts() {
    PersonId person = PersonId.user("laid-out");
    Layout first = new Layout(List.of("a", "b"), -7, START);
    Layout next = new Layout(List.of("b"), 8, START.plusSeconds(1));
    join(one.attention().laidOut(person, "home.grid", next));
    join(other.attention().laidOut(person, "home.grid", first));
    join(other.attention().laidOut(person, "crm.worklist", first));

    assertThat(join(one.facts().load(person)).surfaces().laidOut())
        .isEqualTo(Map.of("home.grid", next, "crm.worklist", first));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
