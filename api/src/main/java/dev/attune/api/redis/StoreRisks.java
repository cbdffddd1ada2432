package dev.attune.api.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads from Redis' own settings what may lose data without anybody noticing. Thread-safe. */
public final class StoreRisks {
  private static final String POLICY = "maxmemory_policy:";
  private static final String KEEPS_ALL = "noeviction";
  private static final String NO_LOG = "aof_enabled:0";

  private final RedisLinks links;

  StoreRisks(RedisLinks links) {
    this.links = links;
  }

  /** Each risk with its way out; empty when there is none. Fails when Redis does not answer. */
  public CompletionStage<List<String>> look() {
    return links
        .here()
        .send(
            Patience.WRITE,
            CommandType.INFO,
            new CommandArgs<>(ByteArrayCodec.INSTANCE),
            new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(info -> info == null ? List.of() : risks(Texts.of(info)));
  }

  private static List<String> risks(String info) {
    List<String> risks = new ArrayList<>();
    for (String line : info.split("\r\n")) {
      if (line.startsWith(POLICY) && !line.endsWith(KEEPS_ALL)) {
        risks.add(
            "it may drop people and their consent when it is full: set maxmemory-policy to "
                + KEEPS_ALL);
      }
      if (line.equals(NO_LOG)) {
        risks.add("it forgets what was acknowledged when it ends: set appendonly to yes");
      }
    }
    return List.copyOf(risks);
  }
}
