package dev.attune.api.redis;

import dev.attune.engine.fact.ErasureContract;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.FactStoreContract;
import dev.attune.engine.fact.MergeContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class RedisFactStoreIT {
  private static RedisStores stores;

  @BeforeAll
  static void connect() {
    stores = TestRedis.stores();
  }

  @AfterAll
  static void disconnect() {
    TestRedis.close(stores);
  }

  @Nested
  class OnePerson extends FactStoreContract {
    @Override
    protected FactStore store() {
      return stores.facts();
    }
  }

  @Nested
  class TwoWhoAreOne extends MergeContract {
    @Override
    protected FactStore store() {
      return stores.facts();
    }
  }

  @Nested
  class Forgotten extends ErasureContract {
    @Override
    protected FactStore store() {
      return stores.facts();
    }
  }
}
