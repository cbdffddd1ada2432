package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Records by id. Those of one second and lane share a hash, so that many are written in one step
 * and a walk finds them; one that was exposed is kept for longer beside it.
 */
final class KeptRecords {
  private static final Script RECORD = Script.alone("record");
  private static final Script EXPOSE = Script.alone("expose");
  private static final Script UNRECORD = Script.alone("unrecord");
  private static final byte[] KEEP = Form.bytes(Keys.RECORD.toMillis());
  private static final byte[] KEEP_RECENT = Form.bytes(Keys.RECENT.toMillis());
  private static final byte[] KEEP_EXPOSED = Form.bytes(Keys.RECORD_EXPOSED.toMillis());
  private static final byte[] NOT = Form.bytes(0);

  private final RedisLinks links;
  private final Keys keys;

  KeptRecords(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
  }

  /** A record that is here already stays as it is. */
  CompletionStage<Void> save(List<DecisionRecord> made) {
    Map<RecordPlace, List<byte[]>> byPlace = new LinkedHashMap<>();
    for (DecisionRecord one : made) {
      List<byte[]> args = byPlace.computeIfAbsent(RecordPlace.of(one.id()), KeptRecords::head);
      args.add(Form.bytes(one.id()));
      args.add(RecordCodec.encode(one));
    }
    List<CompletableFuture<Long>> writes = new ArrayList<>(byPlace.size());
    byPlace.forEach(
        (place, args) -> {
          byte[][] both = {keys.made(place), keys.recent(place.part())};
          writes.add(run(RECORD, Patience.WRITE, both, args).toCompletableFuture());
        });
    return Gathered.all(writes).thenApply(done -> null);
  }

  private static List<byte[]> head(RecordPlace place) {
    List<byte[]> head = new ArrayList<>();
    head.add(KEEP);
    head.add(Form.bytes(place.second()));
    head.add(KEEP_RECENT);
    return head;
  }

  CompletionStage<Optional<byte[]>> load(String id, Patience patience) {
    CommandArgs<byte[], byte[]> made =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.made(RecordPlace.of(id))).add(id);
    CommandArgs<byte[], byte[]> exposed =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.exposed(id));
    return get(CommandType.HGET, made, patience)
        .thenCompose(
            found ->
                found.isPresent()
                    ? CompletableFuture.completedStage(found)
                    : get(CommandType.GET, exposed, patience));
  }

  /** What is turned away is not there. */
  private CompletionStage<Optional<byte[]>> get(
      CommandType type, CommandArgs<byte[], byte[]> key, Patience patience) {
    return links
        .here()
        .send(patience, type, key, new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(packed -> Optional.ofNullable(packed).filter(bytes -> bytes.length > 0));
  }

  CompletionStage<Long> keepExposed(String id) {
    byte[][] both = {keys.made(RecordPlace.of(id)), keys.exposed(id)};
    return run(EXPOSE, Patience.WRITE, both, List.of(Form.bytes(id), KEEP_EXPOSED));
  }

  /** Whether there was one. */
  CompletionStage<Boolean> erase(String id, Patience patience) {
    return unrecord(id, patience, NOT);
  }

  /** Also when it is still on its way. */
  CompletionStage<Boolean> turnAway(String id, Patience patience) {
    return unrecord(id, patience, KEEP);
  }

  private CompletionStage<Boolean> unrecord(String id, Patience patience, byte[] turnAway) {
    RecordPlace place = RecordPlace.of(id);
    byte[][] all = {keys.made(place), keys.exposed(id), keys.recent(place.part())};
    List<byte[]> args = List.of(Form.bytes(id), turnAway, Form.bytes(place.second()));
    return run(UNRECORD, patience, all, args).thenApply(gone -> gone == 1);
  }

  private CompletionStage<Long> run(
      Script script, Patience patience, byte[][] all, List<byte[]> args) {
    return script.run(
        links.here(), patience, all, args, () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE));
  }
}
