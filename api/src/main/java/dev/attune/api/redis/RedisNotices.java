package dev.attune.api.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A connection that hears one channel; comes back, and subscribes again, by itself. */
final class RedisNotices {
  private static final Duration RETRY = Duration.ofMillis(500);

  private final EventLoop loop;
  private final RedisClient client;
  private final RedisURI uri;
  private final byte[] channel;
  private final Runnable listener;
  private volatile boolean closed;

  /**
   * @param listener called on the event loop for every message; must not block
   */
  RedisNotices(
      EventLoop loop, RedisClient client, RedisURI uri, byte[] channel, Runnable listener) {
    this.loop = loop;
    this.client = client;
    this.uri = uri;
    this.channel = channel;
    this.listener = listener;
  }

  /** Connects, again and again until it succeeds. */
  void connect() {
    client
        .connectPubSubAsync(ByteArrayCodec.INSTANCE, uri)
        .whenComplete(
            (connected, failure) -> {
              if (connected != null) subscribe(connected);
              else if (!closed)
                loop.schedule(this::connect, RETRY.toMillis(), TimeUnit.MILLISECONDS);
            });
  }

  private void subscribe(StatefulRedisPubSubConnection<byte[], byte[]> connected) {
    connected.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(byte[] from, byte[] message) {
            listener.run();
          }
        });
    var unawaited = connected.async().subscribe(channel);
  }

  CompletionStage<Void> close() {
    closed = true;
    return client.shutdownAsync(0, 1, TimeUnit.SECONDS);
  }
}
