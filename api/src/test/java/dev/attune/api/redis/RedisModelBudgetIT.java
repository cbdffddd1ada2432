package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.profile.ModelBudget;
import dev.attune.engine.profile.ModelBudget.Spend;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisModelBudgetIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final ModelBudget.Limits LIMITS = new ModelBudget.Limits(100, 1000, 5000);

  private static RedisStores stores;

  private final ModelBudget budget =
      new RedisModelBudget(stores.links(), "test-" + UUID.randomUUID(), LIMITS);

  @BeforeAll
  static void connect() {
    stores = TestRedis.stores();
  }

  @AfterAll
  static void disconnect() {
    TestRedis.close(stores);
  }

  @Test
  void a_session_spends_no_more_than_its_limit_and_gets_back_what_it_did_not_use() {
    assertThat(reserve("one", 80, 80)).isTrue();
    assertThat(reserve("one", 30, 30)).isFalse();

    budget.settle(spend("one", 80, 80), spend("one", 10, 10)).toCompletableFuture().join();

    assertThat(reserve("one", 90, 90)).isTrue();
    assertThat(reserve("one", 1, 1)).isFalse();
  }

  @Test
  void a_hundred_sessions_at_once_never_pass_the_days_tokens() {
    List<Boolean> allowed =
        Stream.iterate(0, i -> i + 1)
            .limit(100)
            .parallel()
            .map(i -> reserve("s" + i, 30, 0))
            .toList();

    assertThat(allowed.stream().filter(yes -> yes)).hasSize(1000 / 30);
  }

  @Test
  void a_days_money_is_bounded_and_the_next_day_has_its_own() {
    assertThat(reserve("one", 1, 5000)).isTrue();
    assertThat(reserve("two", 1, 1)).isFalse();

    assertThat(
            budget.reserve(new Spend("two", TODAY.plusDays(1), 1, 1)).toCompletableFuture().join())
        .isTrue();
  }

  private boolean reserve(String session, long tokens, long money) {
    return budget.reserve(spend(session, tokens, money)).toCompletableFuture().join();
  }

  private static Spend spend(String session, long tokens, long money) {
    return new Spend(session, TODAY, tokens, money);
  }
}
