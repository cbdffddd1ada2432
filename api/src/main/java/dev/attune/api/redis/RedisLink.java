package dev.attune.api.redis;

import dev.attune.engine.fact.StoreUnreachable;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection, owned by one event loop: answers arrive on the thread that asked, and what is
 * sent within one turn of the loop leaves in one packet. Never blocks, reconnects by itself,
 * refuses while disconnected and gives up a connection that has stopped answering. While an answer
 * is late, who would wait only for a moment is refused at once: it would wait in vain. Thread-safe.
 */
final class RedisLink {
  private static final Duration CHECK = Duration.ofMillis(10);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration RETRY = Duration.ofMillis(200);
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final EventLoop loop;
  private final RedisClient client;
  private final RedisURI uri;
  private final RedisLimits limits;
  private final Map<Patience, Deadlines> deadlines = new EnumMap<>(Patience.class);
  private final AtomicBoolean flushDue = new AtomicBoolean();
  private final AtomicBoolean checkDue = new AtomicBoolean();
  private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private final AtomicReference<@Nullable Channel> channel;
  private volatile boolean closed;
  private volatile long checkAt;
  private boolean excused;
  private volatile @Nullable AsyncCommand<byte[], byte[], String> probe;
  private long probedAt;

  /**
   * @param channel the channel the client has opened last
   */
  RedisLink(
      EventLoop loop,
      RedisClient client,
      RedisURI uri,
      AtomicReference<@Nullable Channel> channel,
      RedisLimits limits) {
    this.loop = loop;
    this.client = client;
    this.uri = uri;
    this.channel = channel;
    this.limits = limits;
    for (Patience patience : Patience.values()) {
      deadlines.put(patience, new Deadlines(limits.of(patience)));
    }
  }

  /**
   * Connects, again and again until it succeeds.
   *
   * @return completes once connected, or when nobody is there, or when Redis has been late for
   *     {@link RedisLimits#open}
   */
  CompletionStage<Void> connect() {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    tryOnce(opened);
    loop.schedule(() -> opened.complete(null), limits.open().toMillis(), TimeUnit.MILLISECONDS);
    return opened;
  }

  private void tryOnce(CompletableFuture<Void> opened) {
    client
        .connectAsync(ByteArrayCodec.INSTANCE, uri)
        .whenComplete(
            (connected, failure) -> {
              if (connected != null) {
                connected.setAutoFlushCommands(false);
                connection = connected;
              } else if (!closed) {
                loop.schedule(() -> tryOnce(opened), RETRY.toMillis(), TimeUnit.MILLISECONDS);
              }
              if (connected != null || !cameLate(failure)) opened.complete(null);
            });
  }

  /** Late is who accepted the connection; on a busy machine it may be this side that is slow. */
  private static boolean cameLate(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof RedisCommandTimeoutException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  boolean isOpen() {
    StatefulRedisConnection<byte[], byte[]> connected = connection;
    return connected != null && connected.isOpen();
  }

  EventLoop loop() {
    return loop;
  }

  <T> CompletionStage<T> send(
      Patience patience,
      ProtocolKeyword type,
      CommandArgs<byte[], byte[]> args,
      CommandOutput<byte[], byte[], T> output) {
    StatefulRedisConnection<byte[], byte[]> connected = connection;
    if (connected == null || !connected.isOpen())
      return CompletableFuture.failedFuture(new StoreUnreachable("not connected"));
    if (patience == Patience.READ && isLate())
      return CompletableFuture.failedFuture(new StoreUnreachable("an answer is late"));
    AsyncCommand<byte[], byte[], T> command = new Asked<>(new Command<>(type, output, args));
    dispatch(connected, command);
    if (command.isDone()) return command;
    waitFor(patience, command);
    return command;
  }

  CompletionStage<Void> close() {
    closed = true;
    StatefulRedisConnection<byte[], byte[]> connected = connection;
    if (connected != null) connected.flushCommands();
    return client.shutdownAsync(0, 1, TimeUnit.SECONDS);
  }

  /** Fails as the ports promise when Redis could not be asked; what Redis says itself stays. */
  private static final class Asked<T> extends AsyncCommand<byte[], byte[], T> {
    Asked(Command<byte[], byte[], T> command) {
      super(command);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
      return super.completeExceptionally(
          failure instanceof StoreUnreachable
              ? failure
              : new StoreUnreachable(String.valueOf(failure.getMessage())));
    }
  }

  private void dispatch(
      StatefulRedisConnection<byte[], byte[]> connected, AsyncCommand<byte[], byte[], ?> command) {
    try {
      connected.dispatch(command);
      if (flushDue.compareAndSet(false, true)) loop.execute(this::flush);
    } catch (RuntimeException refused) {
      command.completeExceptionally(new StoreUnreachable(String.valueOf(refused.getMessage())));
    }
  }

  private void flush() {
    flushDue.set(false);
    StatefulRedisConnection<byte[], byte[]> connected = connection;
    if (connected != null) connected.flushCommands();
  }

  private void waitFor(Patience patience, AsyncCommand<byte[], byte[], ?> command) {
    deadlines(patience).add(command);
    if (checkDue.compareAndSet(false, true)) checkIn(CHECK);
  }

  private void checkIn(Duration pause) {
    checkAt = System.nanoTime() + pause.toNanos();
    loop.schedule(this::check, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Whether this loop itself comes late, as it does while it loads classes: answers may be there
   * that nobody has read, so they are read before anything is given up. Not twice in a row.
   */
  private boolean comesLate() {
    excused = !excused && System.nanoTime() - checkAt > CHECK.toNanos();
    return excused;
  }

  private void check() {
    if (comesLate()) {
      checkIn(AT_ONCE);
      return;
    }
    boolean late = false;
    boolean waiting = false;
    for (Deadlines each : deadlines.values()) {
      late |= each.expire();
      waiting |= !each.isEmpty();
    }
    if (late) probe();
    if (probe != null) waiting |= listen();
    checkDue.set(false);
    if (waiting && checkDue.compareAndSet(false, true)) checkIn(CHECK);
  }

  /** Asks for a sign of life once something came late. */
  private void probe() {
    StatefulRedisConnection<byte[], byte[]> connected = connection;
    if (probe != null || connected == null) return;
    AsyncCommand<byte[], byte[], String> asked =
        new AsyncCommand<>(
            new Command<>(CommandType.PING, new StatusOutput<>(ByteArrayCodec.INSTANCE)));
    probe = asked;
    probedAt = System.nanoTime();
    dispatch(connected, asked);
  }

  /** Answers come in the order of the commands, so what is sent now comes after the late one. */
  private boolean isLate() {
    AsyncCommand<byte[], byte[], String> asked = probe;
    return asked != null && !asked.isDone();
  }

  /** Gives the connection up after too long a silence. Returns whether to go on listening. */
  private boolean listen() {
    AsyncCommand<byte[], byte[], String> asked = probe;
    if (asked == null || asked.isDone()) {
      probe = null;
      return false;
    }
    if (System.nanoTime() - probedAt < SILENCE.toNanos()) return true;
    probe = null;
    Channel silent = channel.get();
    if (silent != null) silent.close();
    return false;
  }

  private Deadlines deadlines(Patience patience) {
    Deadlines found = deadlines.get(patience);
    if (found == null) throw new IllegalStateException("no deadlines for " + patience);
    return found;
  }
}
