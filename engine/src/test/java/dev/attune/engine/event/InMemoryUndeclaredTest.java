package dev.attune.engine.event;

class InMemoryUndeclaredTest extends UndeclaredContract {
  private final Undeclared undeclared = new InMemoryUndeclared();

  @Override
  protected Undeclared undeclared() {
    return undeclared;
  }
}
