package dev.attune.api.redis;

import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.AttentionLedgerContract;
import dev.attune.engine.fact.FactStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisLedgerIT extends AttentionLedgerContract {
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

  @Override
  protected AttentionLedger ledger() {
    return stores.attention();
  }
}
