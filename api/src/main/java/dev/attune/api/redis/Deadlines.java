package dev.attune.api.redis;

import dev.attune.engine.fact.StoreUnreachable;
import io.lettuce.core.protocol.AsyncCommand;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Commands in the order of their deadlines, because all wait equally long. Cheaper than a timer for
 * each. Thread-safe.
 */
final class Deadlines {
  private record Waiting(AsyncCommand<?, ?, ?> command, long deadline) {}

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Duration patience;

  Deadlines(Duration patience) {
    this.patience = patience;
  }

  synchronized void add(AsyncCommand<?, ?, ?> command) {
    waiting.add(new Waiting(command, System.nanoTime() + patience.toNanos()));
  }

  /** Fails what is overdue. Returns whether something was. */
  boolean expire() {
    boolean late = false;
    for (Waiting next = overdue(); next != null; next = overdue()) {
      late |=
          next.command()
              .completeExceptionally(
                  new StoreUnreachable("no answer within " + patience.toMillis() + " ms"));
    }
    return late;
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  private synchronized @Nullable Waiting overdue() {
    while (true) {
      Waiting head = waiting.peek();
      if (head == null) return null;
      boolean done = head.command().isDone();
      if (!done && System.nanoTime() - head.deadline() < 0) return null;
      waiting.remove();
      if (!done) return head;
    }
  }
}
