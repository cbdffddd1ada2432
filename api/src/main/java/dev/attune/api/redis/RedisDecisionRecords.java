package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Decision records in Redis, found by their id, and through an index beside the person's facts. A
 * record is written after it stands in the index, so that who erases the person learns of it.
 */
public final class RedisDecisionRecords implements DecisionRecords {
  private static final Script INDEX = Script.entering("index");

  private final RedisLinks links;
  private final Keys keys;
  private final Whereabouts whereabouts;
  private final KeptRecords kept;
  private final RecentRecords recent;

  RedisDecisionRecords(RedisLinks links, Keys keys, Whereabouts whereabouts) {
    this.links = links;
    this.keys = keys;
    this.whereabouts = whereabouts;
    this.kept = new KeptRecords(links, keys);
    this.recent = new RecentRecords(links, keys, kept);
  }

  @Override
  public CompletionStage<Void> save(List<DecisionRecord> written) {
    List<CompletableFuture<Optional<DecisionRecord>>> indexed = new ArrayList<>(written.size());
    for (DecisionRecord one : written) indexed.add(index(one).toCompletableFuture());
    return Gathered.all(indexed)
        .thenCompose(known -> kept.save(known.stream().flatMap(Optional::stream).toList()));
  }

  /**
   * Enters a record among its person's, unless its reservation has done so already. Empty when the
   * person was erased: nothing may be kept.
   */
  private CompletionStage<Optional<DecisionRecord>> index(DecisionRecord written) {
    if (written.chosen().stream().anyMatch(one -> one.reservation() != null))
      return CompletableFuture.completedStage(Optional.of(written));
    List<byte[]> entry =
        List.of(
            Form.bytes(written.id()),
            Form.bytes(DecisionIds.beginning(written.at().minus(Keys.RECORD_EXPOSED))),
            WriteArgs.DECISIONS);
    return whereabouts
        .run(INDEX, Patience.WRITE, written.known().person(), Keys.Person::ofDecision, entry)
        .thenApply(
            answer ->
                Whereabouts.status(answer).equals("E") ? Optional.empty() : Optional.of(written));
  }

  @Override
  public CompletionStage<Optional<DecisionRecord>> load(String id) {
    return kept.load(id, Patience.WRITE).thenApply(bytes -> bytes.map(RecordCodec::decode));
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
  public CompletionStage<Void> keepExposed(String id) {
    return kept.keepExposed(id).thenApply(done -> null);
  }

  @Override
  public CompletionStage<Page> recent(
      Instant from, Instant until, @Nullable String before, int most) {
    return recent.page(from, before == null ? DecisionIds.beginning(until) : before, most);
  }

  /** A decision that was entered twice stands there twice. */
  private CompletionStage<List<String>> newest(PersonId person, int limit) {
    CommandArgs<byte[], byte[]> range =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(keys.person(person).decisions())
            .add(-2L * limit)
            .add(-1);
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.LRANGE,
            range,
            new ValueListOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            ids -> {
              Collections.reverse(ids);
              return ids.stream().map(Texts::of).distinct().limit(limit).toList();
            });
  }

  private CompletionStage<List<DecisionRecord>> loadAll(List<String> ids) {
    List<CompletableFuture<Optional<DecisionRecord>>> loads = new ArrayList<>();
    for (String id : ids) loads.add(load(id).toCompletableFuture());
    return Gathered.all(loads)
        .thenApply(loaded -> loaded.stream().flatMap(Optional::stream).toList());
  }
}
