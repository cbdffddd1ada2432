package dev.attune.api.redis;

import dev.attune.engine.rule.compile.SharedArchives;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What nodes built, by use case, in one hash that goes a minute after the last was left there. */
final class RedisArchives implements SharedArchives {
  private static final Script KEEP = Script.alone("keep");
  private static final int MOST = 64;

  private final RedisLinks links;
  private final byte[] key;

  RedisArchives(RedisLinks links, Keys keys) {
    this.links = links;
    this.key = keys.built();
  }

  @Override
  public CompletionStage<Void> offer(String useCase, byte[] sealed) {
    List<byte[]> args =
        List.of(Form.bytes(useCase), sealed, Form.bytes(MOST), Form.bytes(Keys.BUILT.toMillis()));
    return KEEP.run(
            links.here(),
            Patience.LONG,
            new byte[][] {key},
            args,
            () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<Optional<byte[]>> find(String useCase) {
    CommandArgs<byte[], byte[]> field =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key).add(Form.bytes(useCase));
    return links
        .here()
        .send(
            Patience.LONG, CommandType.HGET, field, new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(Optional::ofNullable);
  }
}
