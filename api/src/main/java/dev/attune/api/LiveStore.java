package dev.attune.api;

import dev.attune.api.config.RedisConfig;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.redis.PackagedRedis;
import dev.attune.api.redis.RedisLimits;
import dev.attune.api.redis.RedisLinks;
import dev.attune.api.redis.RedisStores;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.vocabulary.Purpose;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The stores, on the operator's Redis or on the packaged one. */
final class LiveStore {
  private static final int CLOSE_SECONDS = 3;

  private final @Nullable OwnRedis own;
  private final RedisStores stores;

  private LiveStore(@Nullable OwnRedis own, RedisStores stores) {
    this.own = own;
    this.stores = stores;
  }

  /** The packaged Redis, and what keeps other servers away from its data. */
  private record OwnRedis(PackagedRedis redis, DataLock lock) {
    static OwnRedis start(Path data) throws IOException {
      DataLock lock = DataLock.take(data);
      PackagedRedis redis = PackagedRedis.start(data.resolve("redis"));
      redis.keepUp();
      return new OwnRedis(redis, lock);
    }

    void close() {
      redis.close();
      try {
        lock.close();
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }

  /**
   * Starts the packaged Redis when no other is named, and connects; a Redis that does not answer is
   * waited for later.
   *
   * @param loops the event loops that will ask
   */
  static LiveStore open(ServerConfig config, EventLoopGroup loops, InstantSource clock)
      throws IOException {
    String url = config.redis().url();
    OwnRedis own = url == null ? OwnRedis.start(config.data()) : null;
    String uri = own == null ? String.valueOf(url) : own.redis().nearUri();
    RedisLinks links =
        RedisLinks.open(uri, loops, limits(config.redis())).toCompletableFuture().join();
    RedisStores stores =
        RedisStores.on(links, config.redis().space(), consentDefault(config), clock);
    return new LiveStore(own, stores);
  }

  private static RedisLimits limits(RedisConfig redis) {
    return new RedisLimits(
        RedisLimits.DEFAULT.open(),
        redis.connectTimeout(),
        redis.readTimeout(),
        redis.writeTimeout(),
        RedisLimits.DEFAULT.browse(),
        redis.queue());
  }

  private static ConsentDefault consentDefault(ServerConfig config) {
    Set<Purpose> granted = EnumSet.noneOf(Purpose.class);
    for (String purpose : config.privacy().assumed()) {
      granted.add(Purpose.valueOf(purpose.toUpperCase(Locale.ROOT)));
    }
    if (config.demo()) granted.add(Purpose.PERSONALISATION);
    return new ConsentDefault(granted);
  }

  RedisStores stores() {
    return stores;
  }

  /** Writes what is gathered, closes the connections, ends the packaged Redis. */
  void close() {
    stores
        .close()
        .toCompletableFuture()
        .completeOnTimeout(null, CLOSE_SECONDS, TimeUnit.SECONDS)
        .join();
    if (own != null) own.close();
  }
}
