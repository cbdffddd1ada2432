package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.event.Undeclared.Part;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.fact.Write;
import dev.attune.engine.profile.ConversationStore.Stored;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisStoresIT {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private static final PersonId ANA = PersonId.user("ana {secret-canary}");
  private static final PersonId VISITOR = PersonId.anonymous("v1");

  private final String space = "stores-" + UUID.randomUUID();
  private final RedisStores stores = TestRedis.stores(TestRedis.uri(), space);

  @AfterEach
  void close() {
    TestRedis.close(stores);
  }

  @Test
  void a_persons_decisions_are_found_newest_first_also_after_a_merge() {
    join(stores.records().save(record("d1", VISITOR, 3)));
    join(stores.records().save(record("d2", ANA, 2)));
    join(stores.facts().merge(VISITOR, ANA));
    join(stores.records().save(record("d3", VISITOR, 1)));

    assertThat(join(stores.records().byPerson(ANA, 10)))
        .extracting(DecisionRecord::id)
        .containsExactly("d3", "d2", "d1");
    assertThat(join(stores.records().byPerson(VISITOR, 1)))
        .extracting(DecisionRecord::id)
        .containsExactly("d3");
    assertThat(join(stores.records().load("d1"))).contains(record("d1", VISITOR, 3));
    assertThat(join(stores.records().load("unknown"))).isEmpty();
  }

  @Test
  void an_exposed_record_is_kept_for_ninety_days() {
    join(stores.records().save(record("d1", ANA, 1)));
    Keys keys = new Keys(space);
    String made = new String(keys.made(RecordPlace.of("d1")));
    String exposed = new String(keys.exposed("d1"));

    long before = redis(connection -> connection.sync().ttl(made));
    join(stores.records().keepExposed("d1"));
    long after = redis(connection -> connection.sync().ttl(exposed));
    redis(connection -> connection.sync().del(made));

    assertThat(before).isBetween(TimeUnit.DAYS.toSeconds(6), TimeUnit.DAYS.toSeconds(7));
    assertThat(after).isBetween(TimeUnit.DAYS.toSeconds(89), TimeUnit.DAYS.toSeconds(90));
    assertThat(join(stores.records().load("d1"))).contains(record("d1", ANA, 1));
  }

  @Test
  void erasing_leaves_no_key_but_tombstones_that_name_nobody() {
    Instant later = NOW.plusSeconds(600);
    Ask ask = new Ask("nudge", Kind.NUDGE, true, List.of());
    Learnt learnt = new Learnt("role", "secret-canary", Provenance.of(Source.DECLARED, NOW));
    join(stores.facts().write(VISITOR, new Write("m0", NOW, List.of(new Counted("e", NOW)))));
    join(stores.facts().write(ANA, new Write("m1", NOW, List.of(learnt))));
    join(stores.attention().reserve(ANA, "d1", List.of(ask), NOW, later));
    join(stores.records().save(record("d1", ANA, 1)));
    join(stores.conversations().save("s1", VISITOR, new Stored("state", "secret-canary")));
    join(stores.facts().merge(VISITOR, ANA));
    join(stores.conversations().save("s2", ANA, new Stored("state", "secret-canary")));

    assertThat(join(stores.facts().erase(ANA))).isTrue();
    join(stores.records().save(record("d2", ANA, 1)));
    join(stores.attention().reserve(VISITOR, "d3", List.of(ask), NOW, later));
    assertThat(join(stores.conversations().save("s2", ANA, new Stored("state", "late")))).isFalse();

    assertThat(keys()).hasSize(2).allMatch(key -> key.endsWith(":gone"));
    assertThat(keys()).noneMatch(key -> key.contains("secret-canary"));
  }

  @Test
  void undeclared_names_are_added_up_over_servers() {
    RedisStores other = TestRedis.stores(TestRedis.uri(), space);
    for (int i = 0; i < 3; i++) {
      stores.undeclared().seen(Part.EVENT, "tone aplied", ANA, NOW);
      other.undeclared().seen(Part.EVENT, "tone aplied", ANA, NOW);
    }
    other.undeclared().seen(Part.TRAIT, "shoeSize", ANA, NOW);
    join(((RedisUndeclared) stores.undeclared()).flush());
    TestRedis.close(other);

    assertThat(join(stores.undeclared().names()))
        .extracting(name -> name.part() + " " + name.name() + " " + name.count())
        .containsExactly("EVENT tone aplied 6", "TRAIT shoeSize 1");
  }

  @Test
  void a_conversation_takes_one_turn_at_a_time() {
    assertThat(join(stores.conversations().claim("s1", "turn-1"))).isTrue();
    assertThat(join(stores.conversations().claim("s1", "turn-2"))).isFalse();

    join(stores.conversations().release("s1", "turn-2"));
    assertThat(join(stores.conversations().claim("s1", "turn-2"))).isFalse();
    join(stores.conversations().release("s1", "turn-1"));
    assertThat(join(stores.conversations().claim("s1", "turn-2"))).isTrue();
  }

  @Test
  void a_conversation_is_kept_and_erased() {
    Stored said = new Stored("state", "transcript");
    join(stores.conversations().save("s1", ANA, said));

    assertThat(join(stores.conversations().load("s1"))).contains(said);
    assertThat(join(stores.conversations().sessionOf(ANA))).contains("s1");
    join(stores.conversations().erase(ANA));
    assertThat(join(stores.conversations().load("s1"))).isEmpty();
    assertThat(keys()).isEmpty();
  }

  @Test
  void a_conversation_goes_on_under_every_name_of_a_person() {
    join(stores.conversations().save("s1", VISITOR, new Stored("state", "transcript")));

    join(stores.facts().merge(VISITOR, ANA));

    assertThat(join(stores.conversations().sessionOf(ANA))).contains("s1");
  }

  private List<String> keys() {
    return redis(connection -> connection.sync().keys("attune:" + space + ":*"));
  }

  private static <T> T redis(Function<StatefulRedisConnection<String, String>, T> asked) {
    RedisClient client = RedisClient.create(TestRedis.uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return asked.apply(connection);
    } finally {
      client.shutdown();
    }
  }

  private static DecisionRecord record(String id, PersonId person, int hoursAgo) {
    return new DecisionRecord(
        id,
        "r1",
        NOW.minus(hoursAgo, ChronoUnit.HOURS),
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

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
