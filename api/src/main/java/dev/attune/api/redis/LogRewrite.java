package dev.attune.api.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Redis write its append-only file anew after people were erased, who would stand in it until
 * it has grown: within a minute, once for all of them. While Redis is away it is asked again, for
 * an hour. A Redis without such a file, or whose account may not ask for it, is left alone.
 * Thread-safe.
 */
final class LogRewrite {
  private static final Logger LOG = LoggerFactory.getLogger(LogRewrite.class);
  private static final int SOON = 20;
  private static final String HAS_LOG = "aof_enabled:1";
  private static final String UNDER_WAY = "in progress";

  /** Twenty seconds apart they last an hour. */
  private static final int MOST_TRIES = 180;

  private final RedisLinks links;
  private final AtomicBoolean due = new AtomicBoolean();
  private final AtomicInteger failed = new AtomicInteger();

  LogRewrite(RedisLinks links) {
    this.links = links;
  }

  /** Never blocks, never fails. */
  void isDue() {
    failed.set(0);
    schedule();
  }

  private void schedule() {
    if (due.compareAndSet(false, true))
      links.here().loop().schedule(this::rewrite, SOON, TimeUnit.SECONDS);
  }

  private void rewrite() {
    due.set(false);
    hasLog()
        .thenCompose(has -> has ? begin() : CompletableFuture.completedStage(null))
        .whenComplete((begun, failure) -> settle(failure));
  }

  private void settle(@Nullable Throwable failure) {
    if (failure == null) return;
    Throwable reason =
        failure instanceof CompletionException
            ? Objects.requireNonNullElse(failure.getCause(), failure)
            : failure;
    boolean refused = reason instanceof RedisCommandExecutionException;
    // What is being written may have been read before the erasure.
    if (refused && String.valueOf(reason.getMessage()).contains(UNDER_WAY)) schedule();
    else if (!refused && failed.incrementAndGet() < MOST_TRIES) schedule();
    else LOG.warn("erased people stay in the log of Redis until it is rewritten", reason);
  }

  private CompletionStage<String> begin() {
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.BGREWRITEAOF,
            new CommandArgs<>(ByteArrayCodec.INSTANCE),
            new StatusOutput<>(ByteArrayCodec.INSTANCE));
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
