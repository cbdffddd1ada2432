package dev.attune.engine.health;

class InMemoryHealthStoreTest extends HealthStoreContract {
  private final HealthStore store = new InMemoryHealthStore();

  @Override
  protected HealthStore store() {
    return store;
  }
}
