package dev.attune.api.http;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches one event loop's connections: a head or a body that does not arrive in time closes its
 * connection, there are only so many of them, and at the end they are sent away one by one. Used on
 * that loop only.
 */
final class Connections {
  private static final long LULL_NANOS = Duration.ofSeconds(1).toNanos();

  private final int most;
  private final long headNanos;
  private final long bodyNanos;
  private final long idleNanos;
  private final Map<HttpConnection, Watched> open = new IdentityHashMap<>();
  private @Nullable Channel acceptor;
  private boolean leaving;
  private long lastHead;

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
    Channel channel = channel(connection);
    acceptor = channel.parent();
    channel.pipeline().addFirst(new LingeringClose());
    Watched watched = new Watched();
    watched.deadline = System.nanoTime() + headNanos;
    open.put(connection, watched);
    connection.closeHandler(closed -> open.remove(connection));
  }

  void headRead(HttpConnection connection) {
    lastHead = System.nanoTime();
    due(connection, lastHead + bodyNanos);
  }

  void bodyRead(HttpConnection connection) {
    due(connection, 0);
  }

  /** Ends a connection whose last answer said so. */
  void answered(HttpConnection connection, boolean last) {
    if (last) connection.close();
    else due(connection, System.nanoTime() + idleNanos);
  }

  /** From now on nobody new is taken, and every answer is its connection's last. */
  void leave() {
    leaving = true;
    lastHead = System.nanoTime();
    Channel accepting = acceptor;
    if (accepting != null) accepting.close();
  }

  boolean isLeaving() {
    return leaving;
  }

  /** Whether everybody has gone, or those who are left have said nothing for a moment. */
  boolean isQuiet() {
    return open.isEmpty() || System.nanoTime() - lastHead > LULL_NANOS;
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

  private static Channel channel(HttpConnection connection) {
    return ((HttpServerConnection) connection).channelHandlerContext().channel();
  }
}
