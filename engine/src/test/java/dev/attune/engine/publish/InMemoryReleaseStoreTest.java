package dev.attune.engine.publish;

class InMemoryReleaseStoreTest extends ReleaseStoreContract {
  private final ReleaseStore store = new InMemoryReleaseStore();

  @Override
  protected ReleaseStore store() {
    return store;
  }
}
