package dev.attune.api.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.engine.publish.shadow.Shadow.Counts;
import dev.attune.engine.publish.shadow.Shadow.Difference;
import dev.attune.engine.publish.shadow.ShadowStore;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.MapOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * What shadows counted, in one hash for each revision of a draft; a field for each node, as JSON.
 */
final class RedisShadows implements ShadowStore {
  private static final Script KEEP = Script.alone("keep");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RedisLinks links;
  private final Keys keys;

  RedisShadows(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
  }

  @Override
  public CompletionStage<Void> tell(String draft, long revision, String node, Counts counts) {
    List<byte[]> args =
        List.of(
            Form.bytes(node),
            write(counts),
            Form.bytes(MOST_NODES),
            Form.bytes(Keys.SHADOW.toMillis()));
    return KEEP.run(
            links.here(),
            Patience.WRITE,
            new byte[][] {keys.shadow(draft, revision)},
            args,
            () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(kept -> null);
  }

  @Override
  public CompletionStage<Map<String, Counts>> told(String draft, long revision) {
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.HGETALL,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.shadow(draft, revision)),
            new MapOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            found -> {
              Map<String, Counts> told = new HashMap<>();
              found.forEach((node, counts) -> told.put(Texts.of(node), read(counts)));
              return told;
            });
  }

  private static byte[] write(Counts counts) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("decisions", counts.decisions())
            .put("changed", counts.changed())
            .put("skipped", counts.skipped());
    ObjectNode actions = node.putObject("actions");
    counts
        .byAction()
        .forEach((action, some) -> actions.putArray(action).add(some.gained()).add(some.lost()));
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Counts read(byte[] bytes) {
    try {
      JsonNode node = JSON.readTree(bytes);
      SortedMap<String, Difference> actions = new TreeMap<>();
      node.path("actions")
          .properties()
          .forEach(
              each ->
                  actions.put(
                      each.getKey(),
                      new Difference(
                          each.getValue().path(0).asLong(), each.getValue().path(1).asLong())));
      return new Counts(
          node.path("decisions").asLong(),
          node.path("changed").asLong(),
          node.path("skipped").asLong(),
          actions);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
