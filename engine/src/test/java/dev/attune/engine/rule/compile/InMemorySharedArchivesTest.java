package dev.attune.engine.rule.compile;

class InMemorySharedArchivesTest extends SharedArchivesContract {
  private final SharedArchives archives = new InMemorySharedArchives();

  @Override
  protected SharedArchives archives() {
    return archives;
  }
}
