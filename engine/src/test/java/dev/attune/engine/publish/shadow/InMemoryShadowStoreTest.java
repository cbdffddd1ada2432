package dev.attune.engine.publish.shadow;

class InMemoryShadowStoreTest extends ShadowStoreContract {
  private final ShadowStore store = new InMemoryShadowStore();

  @Override
  protected ShadowStore store() {
    return store;
  }
}
