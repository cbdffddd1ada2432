package dev.attune.engine.fact;

import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Nested;

class InMemoryFactStoreTest {
  private final FactStore store =
      new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.NOTHING);

  @Nested
  class OnePerson extends FactStoreContract {
    @Override
    protected FactStore store() {
      return store;
    }
  }

  @Nested
  class TwoWhoAreOne extends MergeContract {
    @Override
    protected FactStore store() {
      return store;
    }
  }

  @Nested
  class Forgotten extends ErasureContract {
    @Override
    protected FactStore store() {
      return store;
    }
  }
}
