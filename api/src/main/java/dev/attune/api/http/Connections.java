package dev.attune.api.http;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches one event loop's connections: a head or a body that does not arrive in time closes its
 * connection, and there are only so many of them. Used on that loop only.
 */
final class Connections {
  private final int most;
  private final long headNanos;
  private final long bodyNanos;
  private final long idleNanos;
  private final Map<HttpConnection, Watched> open = new IdentityHashMap<>();

  Connections(int most, Duration head, Duration body, Duration idle) {
    this.most = most;
    this.headNanos = head.toNanos();
    this.bodyNanos = body.toNanos();
    this.idleNanos = idle.toNanos();
  }

  private static final class Watched {
    /** {@link System#nanoTime} by which the client must have done its part; 0: it is our turn. */
    private long deadline;
  }

  void opened(HttpConnection connection) {
    if (open.size() >= most) {
      connection.close();
      return;
    }
    Watched watched = new Watched();
    watched.deadline = System.nanoTime() + headNanos;
    open.put(connection, watched);
    connection.closeHandler(closed -> open.remove(connection));
  }

  void headRead(HttpConnection connection) {
    due(connection, System.nanoTime() + bodyNanos);
  }

  void bodyRead(HttpConnection connection) {
    due(connection, 0);
  }

  void answered(HttpConnection connection) {
    due(connection, System.nanoTime() + idleNanos);
  }

  private void due(HttpConnection connection, long deadline) {
    @Nullable Watched watched = open.get(connection);
    if (watched != null) watched.deadline = deadline;
  }

  /** Closes what is overdue; called about once a second. */
  void sweep() {
    long now = System.nanoTime();
    List<HttpConnection> overdue = new ArrayList<>();
    open.forEach(
        (connection, watched) -> {
          if (watched.deadline != 0 && now - watched.deadline > 0) overdue.add(connection);
        });
    overdue.forEach(HttpConnection::close);
  }
}
