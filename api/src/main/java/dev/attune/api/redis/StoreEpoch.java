package dev.attune.api.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A mark in the store that tells its data from an empty or another store: a Redis that came back
 * without it has lost consent, caps and people. Thread-safe.
 */
public final class StoreEpoch {
  /** What a look at the mark found. */
  public enum Seen {
    /** The store this server knows. */
    SAME,
    /** Not the data this server has worked on; stays so until acknowledged. */
    CHANGED,
    /** No answer. */
    UNREACHABLE
  }

  private final RedisLinks links;
  private final Keys keys;
  private final AtomicReference<@Nullable String> known = new AtomicReference<>();

  StoreEpoch(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
  }

  /** Looks once; to be asked every few seconds. Marks a store that has no mark. */
  public CompletionStage<Seen> look() {
    return read()
        .thenCompose(mark -> mark == null ? mark() : CompletableFuture.completedStage(mark))
        .thenApply(this::seen)
        .exceptionally(unreachable -> Seen.UNREACHABLE);
  }

  /** From now on the present data is the data this server knows. */
  public CompletionStage<Void> acknowledge() {
    return read().thenAccept(known::set);
  }

  private Seen seen(String mark) {
    known.compareAndSet(null, mark);
    return mark.equals(known.get()) ? Seen.SAME : Seen.CHANGED;
  }

  private CompletionStage<@Nullable String> read() {
    return links
        .here()
        .send(
            Patience.WRITE,
            CommandType.GET,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.epoch()),
            new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(bytes -> bytes == null ? null : Texts.of(bytes));
  }

  /** Two servers may try at once; the first one's mark stands. */
  private CompletionStage<String> mark() {
    String mark = UUID.randomUUID().toString();
    CommandArgs<byte[], byte[]> args =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.epoch()).add(mark).add("NX");
    return links
        .here()
        .send(Patience.WRITE, CommandType.SET, args, new StatusOutput<>(ByteArrayCodec.INSTANCE))
        .thenCompose(done -> read())
        .thenApply(read -> read == null ? mark : read);
  }
}
