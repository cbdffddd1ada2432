package dev.attune.engine.fact;

import java.util.concurrent.ConcurrentHashMap;

class InMemoryFactStoreTest extends FactStoreContract {
  private final FactStore store =
      new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.NOTHING);

  @Override
  protected FactStore store() {
    return store;
  }
}
