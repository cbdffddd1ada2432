package dev.attune.api.redis;

import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.FactStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisFactStoreIT extends FactStoreContract {
  private static RedisStores stores;

  @BeforeAll
  static void connect() {
    stores = TestRedis.stores();
  }

  @AfterAll
  static void disconnect() {
    TestRedis.close(stores);
  }

  @Override
  protected FactStore store() {
    return stores.facts();
  }
}
