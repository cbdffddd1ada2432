package dev.attune.api.redis;

import dev.attune.engine.fact.ConsentDefault;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** One packaged Redis for all tests of a JVM; each test works in a space of its own. */
final class TestRedis {
  private static final PackagedRedis SHARED = started();
  static final EventLoopGroup LOOPS = loops();

  /** For tests that are not about time, on a machine that may be busy. */
  private static final RedisLimits PATIENT =
      new RedisLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          10_000);

  private TestRedis() {}

  static String uri() {
    return SHARED.uri();
  }

  static RedisStores stores() {
    return stores(InstantSource.system());
  }

  static RedisStores stores(InstantSource clock) {
    return stores(uri(), "test-" + UUID.randomUUID(), PATIENT, clock);
  }

  static RedisStores stores(String uri, String space) {
    return stores(uri, space, PATIENT);
  }

  static RedisStores stores(String uri, String space, RedisLimits limits) {
    return stores(uri, space, limits, InstantSource.system());
  }

  private static RedisStores stores(
      String uri, String space, RedisLimits limits, InstantSource clock) {
    RedisLinks links = RedisLinks.open(uri, LOOPS, limits).toCompletableFuture().join();
    return RedisStores.on(links, space, ConsentDefault.NOTHING, clock);
  }

  static void close(RedisStores stores) {
    stores.close().toCompletableFuture().join();
  }

  static Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target", "redis")), "data");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static EventLoopGroup loops() {
    return new MultiThreadIoEventLoopGroup(
        2, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  }

  private static PackagedRedis started() {
    try {
      PackagedRedis redis = PackagedRedis.start(folder());
      Runtime.getRuntime().addShutdownHook(new Thread(redis::kill));
      return redis;
    } catch (IOException notStarted) {
      throw new UncheckedIOException(notStarted);
    }
  }
}
