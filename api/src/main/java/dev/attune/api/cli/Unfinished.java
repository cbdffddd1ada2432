package dev.attune.api.cli;

/**
 * Says so when a command is ended before it is done: a signal would end it without a word, and
 * nobody would know whether it had said everything.
 */
final class Unfinished implements AutoCloseable {
  private final Thread word =
      new Thread(() -> System.err.println("attune: ended by a signal before it was done"));

  Unfinished() {
    Runtime.getRuntime().addShutdownHook(word);
  }

  /** It is done. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(word);
    } catch (IllegalStateException ending) {
      // The signal was earlier, and the word is said.
    }
  }
}
