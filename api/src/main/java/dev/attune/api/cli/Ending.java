package dev.attune.api.cli;

import dev.attune.api.Server;
import org.jspecify.annotations.Nullable;

/**
 * What a signal does: it ends the server, or the start that is under way with the processes it has
 * begun; that this went well is said by the exit code 0. Closed without a server to end, it leaves
 * the exit code to whoever says why there is none.
 */
final class Ending implements AutoCloseable {
  private final Thread hook = new Thread(this::end, "stop");
  private volatile @Nullable Server server;

  private Ending() {}

  static Ending onSignal() {
    Ending ending = new Ending();
    Runtime.getRuntime().addShutdownHook(ending.hook);
    return ending;
  }

  /** From now on there is something to end. */
  void ends(Server started) {
    server = started;
  }

  private void end() {
    Server started = server;
    if (started != null) started.close();
    else ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    Runtime.getRuntime().halt(0);
  }

  @Override
  public void close() {
    if (server != null) return;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ends) {
      // a signal has come already
    }
  }
}
