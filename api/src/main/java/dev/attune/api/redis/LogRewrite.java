package dev.attune.api.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Redis write its append-only file anew after people were erased, who would stand in it until
 * it has grown: within a minute, once for all of them. A Redis without such a file, or whose
 * account may not ask for it, is left alone. Thread-safe.
 */
final class LogRewrite {
  private static final Logger LOG = LoggerFactory.getLogger(LogRewrite.class);
  private static final int SOON = 20;
  private static final String HAS_LOG = "aof_enabled:1";
  private static final String UNDER_WAY = "in progress";

  private final RedisLinks links;
  private final AtomicBoolean due = new AtomicBoolean();

  LogRewrite(RedisLinks links) {
    this.links = links;
  }

  /** Never blocks, never fails. */
  void isDue() {
    if (due.compareAndSet(false, true))
      links.here().loop().schedule(this::rewrite, SOON, TimeUnit.SECONDS);
  }

  private void rewrite() {
    due.set(false);
    hasLog()
        .thenAccept(has -> ask(has))
        .exceptionally(
            refused -> {
              LOG.warn("Redis does not say whether it keeps a log", refused);
              return null;
            });
  }

  private void ask(boolean hasLog) {
    if (!hasLog) return;
    links
        .here()
        .send(
            Patience.LONG,
            CommandType.BGREWRITEAOF,
            new CommandArgs<>(ByteArrayCodec.INSTANCE),
            new StatusOutput<>(ByteArrayCodec.INSTANCE))
        .whenComplete(
            (begun, refused) -> {
              if (refused == null) return;
              // What is being written may have been read before the erasure.
              if (String.valueOf(refused.getMessage()).contains(UNDER_WAY)) isDue();
              else
                LOG.warn("erased people stay in the log of Redis until it is rewritten", refused);
            });
  }

  private CompletionStage<Boolean> hasLog() {
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.INFO,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).add("persistence"),
            new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(info -> info != null && Texts.of(info).contains(HAS_LOG));
  }
}
