package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Bound;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Budgets and caps are exact, whoever reserves and spends, in whatever order. */
class RedisReservationsIT {
  private static final Instant START = Instant.parse("2026-10-20T12:00:00Z");
  private static final Set<Kind> INTERRUPTIONS = Set.of(Kind.NUDGE, Kind.TOUR);
  private static RedisStores one;
  private static RedisStores other;

  @BeforeAll
  static void connect() {
    String space = "reservations-" + UUID.randomUUID();
    one = TestRedis.stores(TestRedis.uri(), space);
    other = TestRedis.stores(TestRedis.uri(), space);
  }

  @AfterAll
  static void disconnect() {
    TestRedis.close(one);
    TestRedis.close(other);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void any_schedule_over_a_daylight_night_ends_as_the_account_says(long seed) {
    Random random = new Random(seed);
    ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>();
    AttentionLedger account = new InMemoryAttentionLedger(people);
    PersonId person = PersonId.user("schedule-" + seed);
    Instant now = START;

    for (int step = 0; step < 60; step++) {
      now = now.plusSeconds(random.nextInt(8 * 3600));
      long choice = random.nextLong();
      Instant at = now;
      int index = step;
      assertThat(join(step(one.attention(), person, index, at, new Random(choice))))
          .as("step " + step)
          .isEqualTo(join(step(account, person, index, at, new Random(choice))));
    }

    Known expected = people.getOrDefault(person, Known.nothing(person));
    Known stored = join(one.facts().load(person));
    assertThat(stored.encounters()).isEqualTo(expected.encounters());
    assertThat(sorted(stored)).isEqualTo(sorted(expected));
    assertThat(stored.attention().reserved())
        .containsExactlyInAnyOrderElementsOf(expected.attention().reserved());
  }

  @Test
  void two_servers_and_20000_requests_for_50_people_exceed_no_budget_and_no_cap() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Random random = new Random(7);
    List<CompletableFuture<Boolean>> asked = new ArrayList<>();

    for (int i = 0; i < 20_000; i++) {
      AttentionLedger ledger = (i % 2 == 0 ? one : other).attention();
      PersonId person = PersonId.user("busy-" + i % 50);
      Ask ask = ask("nudge-" + random.nextInt(6), Kind.NUDGE, now, 2, 1);
      String decision = "decision-" + i;
      asked.add(
          ledger
              .reserve(person, decision, List.of(ask), now, now.plusSeconds(600))
              .thenCompose(grants -> show(ledger, person, ask, grants.get(0), now))
              .toCompletableFuture());
      if (i % 400 == 399)
        CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new)).join();
    }
    asked.forEach(CompletableFuture::join);

    for (int i = 0; i < 50; i++) {
      Known known = join(one.facts().load(PersonId.user("busy-" + i)));
      assertThat(known.attention().spent()).hasSize(2);
      assertThat(known.attention().reserved()).isEmpty();
      assertThat(known.encounters().values()).allMatch(met -> met.shownTotal() == 1);
    }
  }

  @Test
  void an_expired_reservation_leaves_room_again() {
    PersonId person = PersonId.user("expiry");
    Ask first = ask("first", Kind.NUDGE, START, 1, 9);
    Ask second = ask("second", Kind.NUDGE, START, 1, 9);
    join(one.attention().reserve(person, "d1", List.of(first), START, START.plusSeconds(600)));

    List<Grant> before = reserve(person, "d2", second, START.plusSeconds(599));
    List<Grant> after = reserve(person, "d3", second, START.plusSeconds(600));

    assertThat(before).containsExactly(Grant.refused("second", "two-a-day"));
    assertThat(after).containsExactly(Grant.given("second", "d3"));
  }

  private List<Grant> reserve(PersonId person, String decision, Ask ask, Instant now) {
    return join(
        other.attention().reserve(person, decision, List.of(ask), now, now.plusSeconds(600)));
  }

  private static CompletionStage<Boolean> show(
      AttentionLedger ledger, PersonId person, Ask ask, Grant grant, Instant at) {
    String reservation = grant.reservation();
    if (reservation == null) return CompletableFuture.completedStage(false);
    return ledger.spend(person, new Showing(reservation, ask.action(), ask.kind(), true, at));
  }

  /** One call drawn by chance, the same for the same random. */
  private static CompletionStage<?> step(
      AttentionLedger ledger, PersonId person, int index, Instant now, Random random) {
    String action = action(random);
    Kind kind = random.nextBoolean() ? Kind.NUDGE : Kind.TOUR;
    String earlier = "decision-" + random.nextInt(index + 1);
    return switch (random.nextInt(6)) {
      case 0 -> ledger.spend(person, new Showing(earlier, action, kind, random.nextBoolean(), now));
      case 1 -> ledger.giveBack(person, action, earlier);
      case 2 -> {
        ReactionType type = ReactionType.values()[random.nextInt(ReactionType.values().length)];
        Instant until = type == ReactionType.SNOOZED ? now.plus(Duration.ofDays(1)) : null;
        String id = earlier + ':' + action + ':' + type;
        yield ledger.react(person, new Reaction(id, action, type, now, until));
      }
      default -> {
        Ask one = ask(action, kind, now, 2, 3);
        Ask two = ask(action(random), Kind.NUDGE, now, 1, 2);
        Instant until = now.plusSeconds(random.nextInt(24 * 3600));
        yield ledger.reserve(person, "decision-" + index, List.of(one, two), now, until);
      }
    };
  }

  /** Two of them the same action, for two items. */
  private static String action(Random random) {
    List<String> keys = List.of("nudge", "tour", "call lead/l-1", "call lead/l 2;3");
    return keys.get(random.nextInt(keys.size()));
  }

  private static Ask ask(String action, Kind kind, Instant now, int aDay, int lifetime) {
    return new Ask(
        action,
        kind,
        true,
        List.of(
            new Bound(Bound.LIFETIME, Set.of(), lifetime, Instant.EPOCH),
            new Bound(Bound.CAP, Set.of(), 2, now.minus(Duration.ofDays(7))),
            new Bound("two-a-day", INTERRUPTIONS, aDay, now.minus(Duration.ofDays(1)))));
  }

  private static List<Interruption> sorted(Known known) {
    return known.attention().spent().stream()
        .sorted(Comparator.comparing(Interruption::at).thenComparing(Interruption::action))
        .toList();
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
