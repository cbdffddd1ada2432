package dev.attune.api.redis;

import dev.attune.engine.event.Deliveries;
import dev.attune.engine.event.DeliveryContract;
import dev.attune.engine.fact.FactStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisDeliveryIT extends DeliveryContract {
  private final List<RedisStores> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(TestRedis::close);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void shuffled_repeated_and_late_events_end_in_the_facts_of_one_ordered_delivery(long seed) {
    disorder_ends_in_the_facts_of_one_ordered_delivery(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
  void windows_are_exact_to_the_day_in_every_zone(long seed) {
    windows_equal_a_recount_of_the_raw_events(seed);
  }

  @Override
  protected FactStore newStore() {
    RedisStores stores = TestRedis.stores(InstantSource.fixed(Deliveries.NOW));
    opened.add(stores);
    return stores.facts();
  }
}
