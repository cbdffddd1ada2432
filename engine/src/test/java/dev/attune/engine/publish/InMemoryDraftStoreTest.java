package dev.attune.engine.publish;

class InMemoryDraftStoreTest extends DraftStoreContract {
  private final DraftStore store = new InMemoryDraftStore();

  @Override
  protected DraftStore store() {
    return store;
  }
}
