package dev.attune.api.redis;

import dev.attune.engine.event.Undeclared;
import dev.attune.engine.event.UndeclaredContract;
import org.junit.jupiter.api.AfterEach;

class RedisUndeclaredIT extends UndeclaredContract {
  private final RedisStores stores = TestRedis.stores();

  @Override
  protected Undeclared undeclared() {
    return stores.undeclared();
  }

  @AfterEach
  void close() {
    TestRedis.close(stores);
  }
}
