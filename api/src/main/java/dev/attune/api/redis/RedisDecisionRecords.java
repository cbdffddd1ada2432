package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Decision records in Redis, one key each, found through an index beside the person's facts. */
public final class RedisDecisionRecords implements DecisionRecords {
  private static final Script INDEX = Script.named("index");

  private final RedisLinks links;
  private final Keys keys;
  private final Whereabouts whereabouts;
  private final KeptRecords record;
  private final RecentRecords recent;

  RedisDecisionRecords(RedisLinks links, Keys keys, Whereabouts whereabouts) {
    this.links = links;
    this.keys = keys;
    this.whereabouts = whereabouts;
    this.record = new KeptRecords(links, keys);
    this.recent = new RecentRecords(links, keys, record);
  }

  @Override
  public CompletionStage<Void> save(DecisionRecord written) {
    CompletionStage<?> kept = record.save(written);
    return isIndexed(written)
        .thenCompose(
            indexed -> indexed ? CompletableFuture.completedStage(null) : index(written, kept))
        .thenCombine(kept, (found, done) -> null);
  }

  /** A reservation has entered its decision already; looking is cheaper than entering it again. */
  private CompletionStage<Boolean> isIndexed(DecisionRecord written) {
    if (written.chosen().stream().allMatch(one -> one.reservation() == null))
      return CompletableFuture.completedStage(false);
    CommandArgs<byte[], byte[]> entry =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(keys.decisions(written.known().person()))
            .add(written.id());
    return send(
            Patience.WRITE,
            CommandType.ZSCORE,
            entry,
            new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(time -> time != null);
  }

  /** Enters a record among its person's, or takes it back when the person was erased. */
  private CompletionStage<Void> index(DecisionRecord written, CompletionStage<?> kept) {
    List<byte[]> entry =
        List.of(
            Form.bytes(written.at().toEpochMilli()),
            Form.bytes(written.id()),
            Form.bytes(Keys.RECORD_EXPOSED.toMillis()));
    return whereabouts
        .run(INDEX, Patience.WRITE, written.known().person(), entry)
        .thenCombine(kept, (indexed, done) -> Whereabouts.status(indexed))
        .thenCompose(
            status ->
                status.equals("E")
                    ? record.erase(written.id(), Patience.WRITE)
                    : CompletableFuture.completedStage(0L))
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<Optional<DecisionRecord>> load(String id) {
    return record.load(id, Patience.WRITE).thenApply(bytes -> bytes.map(RecordCodec::decode));
  }

  @Override
  public CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit) {
    return whereabouts
        .merge()
        .root(person)
        .thenCompose(root -> newest(root, limit))
        .thenCompose(this::loadAll);
  }

  @Override
  public CompletionStage<Void> keepExposed(PersonId person, String id) {
    return record.keepExposed(id).thenApply(done -> null);
  }

  @Override
  public CompletionStage<Page> recent(
      Instant from, Instant until, @Nullable String before, int most) {
    return recent.page(from, before == null ? DecisionIds.beginning(until) : before, most);
  }

  private CompletionStage<List<byte[]>> newest(PersonId person, int limit) {
    CommandArgs<byte[], byte[]> range =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(keys.decisions(person))
            .add(0)
            .add(limit - 1);
    return send(
        Patience.LONG,
        CommandType.ZREVRANGE,
        range,
        new ValueListOutput<>(ByteArrayCodec.INSTANCE));
  }

  private CompletionStage<List<DecisionRecord>> loadAll(List<byte[]> ids) {
    List<CompletableFuture<Optional<DecisionRecord>>> loads = new ArrayList<>();
    for (byte[] id : ids) loads.add(load(Texts.of(id)).toCompletableFuture());
    return CompletableFuture.allOf(loads.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> loads.stream().flatMap(loaded -> loaded.join().stream()).toList());
  }

  private <T> CompletionStage<T> send(
      Patience patience,
      CommandType type,
      CommandArgs<byte[], byte[]> args,
      CommandOutput<byte[], byte[], T> output) {
    return links.here().send(patience, type, args, output);
  }
}
