package dev.attune.api.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One {@link RedisLink} for each event loop of a group that belongs to the caller. Opening waits
 * for a Redis that is late, but only so long: until it answers, every command fails at once.
 * Thread-safe.
 */
public final class RedisLinks {
  private final List<RedisLink> links = new ArrayList<>();
  private final Map<Thread, RedisLink> byThread = new IdentityHashMap<>();
  private final HashedWheelTimer timer = new HashedWheelTimer();
  private final DefaultEventExecutorGroup executor = new DefaultEventExecutorGroup(2);
  private final List<ClientResources> resources = new ArrayList<>();

  private final List<RedisNotices> notices = new ArrayList<>();

  private final RedisLimits limits;
  private final RedisURI uri;

  private RedisLinks(RedisURI uri, RedisLimits limits) {
    this.uri = uri;
    this.limits = limits;
  }

  /** Connects every event loop, with the usual limits. */
  public static CompletionStage<RedisLinks> open(String uri, EventLoopGroup loops) {
    return open(uri, loops, RedisLimits.DEFAULT);
  }

  /**
   * Connects every event loop.
   *
   * @param uri {@code redis://[:password@]host:port[/db]}, {@code rediss://…} or {@code
   *     redis-sentinel://…}
   * @return completes once every loop is connected, or when nobody is there, or when Redis has been
   *     late for {@link RedisLimits#open}
   */
  public static CompletionStage<RedisLinks> open(
      String uri, EventLoopGroup loops, RedisLimits limits) {
    RedisURI target = RedisURI.create(uri);
    target.setTimeout(limits.connect());
    RedisLinks opened = new RedisLinks(target, limits);
    List<CompletableFuture<?>> steps = new ArrayList<>();
    for (EventExecutor executor : loops) {
      EventLoop loop = (EventLoop) executor;
      matchTransport(loop);
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      loop.execute(() -> thread.complete(Thread.currentThread()));
      steps.add(thread.thenCompose(t -> opened.link(loop, t).connect()));
    }
    return CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> opened);
  }

  /** The link of the calling event loop; any other thread gets one of them that is connected. */
  RedisLink here() {
    RedisLink mine = byThread.get(Thread.currentThread());
    if (mine != null) return mine;
    int start = ThreadLocalRandom.current().nextInt(links.size());
    for (int i = 0; i < links.size(); i++) {
      RedisLink link = links.get((start + i) % links.size());
      if (link.isOpen()) return link;
    }
    return links.get(start);
  }

  /** Whether any link is connected. */
  public boolean isOpen() {
    return links.stream().anyMatch(RedisLink::isOpen);
  }

  /** Hears what is published on a channel, on a connection of its own that comes back by itself. */
  synchronized void listen(byte[] channel, Runnable listener) {
    EventLoop loop = links.get(0).loop();
    RedisNotices opened =
        new RedisNotices(loop, client(loop, new NettyCustomizer() {}), uri, channel, listener);
    notices.add(opened);
    opened.connect();
  }

  /** Closes every link; the event loops stay their owner's. */
  public CompletionStage<Void> close() {
    CompletableFuture<?>[] closing =
        Stream.concat(
                links.stream().map(RedisLink::close), notices.stream().map(RedisNotices::close))
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(closing)
        .whenComplete(
            (done, failure) -> {
              resources.forEach(each -> each.shutdown(0, 1, TimeUnit.SECONDS));
              timer.stop();
              executor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            });
  }

  private synchronized RedisLink link(EventLoop loop, Thread thread) {
    AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
    RedisClient client =
        client(
            loop,
            new NettyCustomizer() {
              @Override
              public void afterChannelInitialized(Channel opened) {
                channel.set(opened);
              }
            });
    RedisLink link = new RedisLink(loop, client, uri, channel, limits);
    links.add(link);
    byThread.put(thread, link);
    return link;
  }

  private RedisClient client(EventLoop loop, NettyCustomizer customizer) {
    ClientResources shared =
        ClientResources.builder()
            .eventLoopGroupProvider(new PinnedLoop(loop))
            .eventExecutorGroup(executor)
            .timer(timer)
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .reconnectDelay(
                Delay.fullJitter(
                    Duration.ofMillis(100), Duration.ofSeconds(1), 100, TimeUnit.MILLISECONDS))
            .nettyCustomizer(customizer)
            .build();
    RedisClient client = RedisClient.create(shared, uri);
    client.setOptions(options(limits));
    resources.add(shared);
    return client;
  }

  private static ClientOptions options(RedisLimits limits) {
    return ClientOptions.builder()
        .protocolVersion(ProtocolVersion.RESP3)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(limits.queue())
        .pingBeforeActivateConnection(true)
        .replayFilter(command -> true) // a caller that was told of a failure sends again itself
        .timeoutOptions(TimeoutOptions.create())
        .socketOptions(
            SocketOptions.builder()
                .connectTimeout(limits.connect())
                .keepAlive(true)
                .tcpNoDelay(true)
                .build())
        .build();
  }

  /** Lettuce takes the native transport when it finds one, whatever its event loop runs on. */
  private static void matchTransport(EventLoop loop) {
    if (loop instanceof IoEventLoop io && io.isIoType(NioIoHandler.class)) {
      System.setProperty("io.lettuce.core.epoll", "false");
      System.setProperty("io.lettuce.core.kqueue", "false");
    }
    System.setProperty("io.lettuce.core.iouring", "false");
  }
}
