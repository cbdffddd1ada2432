package dev.attune.api.redis;

import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.Outcomes;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.MapOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Outcomes over all servers: counted in memory, added up in Redis once a second, read back every
 * ten. Counts the server dies with are lost; they only smooth a likelihood.
 */
final class RedisOutcomes implements Outcomes {
  private static final int ACTIONS = 10_000;
  private static final int REFRESH_SECONDS = 10;
  private static final String SHOWN = "s ";
  private static final String ACCEPTED = "a ";
  private static final String OVERRIDDEN = "o ";

  private final RedisLinks links;
  private final Keys keys;
  private final Gathering gathering;
  private volatile Map<String, Evidence> evidence = Map.of();

  RedisOutcomes(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
    this.gathering = new Gathering(links, ACTIONS, this::flush);
    refresh();
  }

  @Override
  public Evidence of(String action) {
    return evidence.getOrDefault(action, Evidence.NONE);
  }

  @Override
  public void shown(String action) {
    gathering.add(SHOWN + action, 1);
  }

  @Override
  public void accepted(String action) {
    gathering.add(ACCEPTED + action, 1);
  }

  @Override
  public void overridden(String action) {
    gathering.add(OVERRIDDEN + action, 1);
  }

  CompletionStage<Void> flush() {
    List<CompletableFuture<?>> added = new ArrayList<>();
    gathering.take().forEach((name, count) -> added.add(add(name, count).toCompletableFuture()));
    return CompletableFuture.allOf(added.toArray(CompletableFuture<?>[]::new));
  }

  private CompletionStage<Long> add(String name, long count) {
    return links
        .here()
        .send(
            Patience.WRITE,
            CommandType.HINCRBY,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.outcomes()).add(name).add(count),
            new IntegerOutput<>(ByteArrayCodec.INSTANCE));
  }

  private void refresh() {
    links
        .here()
        .send(
            Patience.WRITE,
            CommandType.HGETALL,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.outcomes()),
            new MapOutput<>(ByteArrayCodec.INSTANCE))
        .whenComplete(
            (found, failure) -> {
              if (found != null) evidence = read(found);
              links.here().loop().schedule(this::refresh, REFRESH_SECONDS, TimeUnit.SECONDS);
            });
  }

  private static Map<String, Evidence> read(Map<byte[], byte[]> found) {
    Map<String, Long> counts = new HashMap<>();
    found.forEach((name, count) -> counts.put(Texts.of(name), Long.parseLong(Texts.of(count))));
    Map<String, Evidence> evidence = new HashMap<>();
    for (String name : counts.keySet()) {
      String action = name.substring(SHOWN.length());
      evidence.put(
          action,
          Evidence.of(
              counts.getOrDefault(SHOWN + action, 0L),
              counts.getOrDefault(ACCEPTED + action, 0L),
              counts.getOrDefault(OVERRIDDEN + action, 0L)));
    }
    return evidence;
  }
}
