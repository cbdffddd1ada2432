package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One record and its place among the recent ones; both change in one step. */
final class KeptRecords {
  private static final Script RECORD = Script.alone("record");
  private static final Script UNRECORD = Script.alone("unrecord");

  private final RedisLinks links;
  private final Keys keys;

  KeptRecords(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
  }

  CompletionStage<Long> save(DecisionRecord made) {
    List<byte[]> args =
        List.of(
            RecordCodec.encode(made),
            Form.bytes(Keys.RECORD.toMillis()),
            Form.bytes(made.id()),
            Form.bytes(Keys.RECENT.toMillis()));
    return RECORD.run(
        links.here(), Patience.WRITE, keys.kept(made.id()).all(), args, KeptRecords::count);
  }

  CompletionStage<Optional<byte[]>> load(String id, Patience patience) {
    CommandArgs<byte[], byte[]> key = key(id);
    return links
        .here()
        .send(patience, CommandType.GET, key, new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(Optional::ofNullable);
  }

  CompletionStage<Long> keepExposed(String id) {
    CommandArgs<byte[], byte[]> args = key(id).add(Keys.RECORD_EXPOSED.toMillis());
    return links.here().send(Patience.WRITE, CommandType.PEXPIRE, args, count());
  }

  CompletionStage<Long> erase(String id, Patience patience) {
    return UNRECORD.run(
        links.here(), patience, keys.kept(id).all(), List.of(Form.bytes(id)), KeptRecords::count);
  }

  private CommandArgs<byte[], byte[]> key(String id) {
    return new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.kept(id).record());
  }

  private static IntegerOutput<byte[], byte[]> count() {
    return new IntegerOutput<>(ByteArrayCodec.INSTANCE);
  }
}
