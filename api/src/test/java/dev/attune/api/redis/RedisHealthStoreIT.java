package dev.attune.api.redis;

import dev.attune.engine.health.HealthStore;
import dev.attune.engine.health.HealthStoreContract;
import org.junit.jupiter.api.AfterEach;

class RedisHealthStoreIT extends HealthStoreContract {
  private final RedisStores stores = TestRedis.stores();

  @Override
  protected HealthStore store() {
    return stores.health();
  }

  @AfterEach
  void close() {
    TestRedis.close(stores);
  }
}
