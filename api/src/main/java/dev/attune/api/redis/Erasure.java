package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Forgets people: facts, counters, reservations, decisions, their records, what they said, names
 * they alone sent, and all of it in Redis' own log. Repeatable.
 */
final class Erasure {
  private static final Script ERASE = Script.alone("erase");

  private final RedisLinks links;
  private final Keys keys;
  private final RedisConversations conversations;
  private final RedisUndeclared undeclared;
  private final LogRewrite log;
  private final Told told;
  private final KeptRecords records;
  private final InstantSource clock;

  Erasure(
      RedisLinks links,
      Keys keys,
      RedisConversations conversations,
      RedisUndeclared undeclared,
      LogRewrite log,
      InstantSource clock) {
    this.links = links;
    this.keys = keys;
    this.conversations = conversations;
    this.undeclared = undeclared;
    this.log = log;
    this.told = new Told(links, keys);
    this.records = new KeptRecords(links, keys);
    this.clock = clock;
  }

  CompletionStage<Boolean> erase(PersonId root) {
    return told.merged(root)
        .thenCompose(
            merged -> {
              CompletionStage<?> others = CompletableFuture.completedStage(null);
              for (PersonId other : merged) others = others.thenCompose(done -> eraseOne(other));
              return others
                  .thenCompose(done -> eraseOne(root))
                  .whenComplete((had, failure) -> log.isDue());
            });
  }

  /**
   * The records go first: were this cut off, the index to find them again would still stand. Those
   * that were not there by then are on their way, and turned away.
   */
  private CompletionStage<Boolean> eraseOne(PersonId person) {
    return decisions(person)
        .thenCompose(this::eraseRecords)
        .thenCompose(gone -> forget(person, gone))
        .thenCompose(
            had ->
                conversations
                    .erase(person)
                    .thenCompose(done -> undeclared.forget(person))
                    .thenApply(done -> had));
  }

  private CompletionStage<Boolean> forget(PersonId person, Set<String> gone) {
    return Whereabouts.call(
            links,
            ERASE,
            Patience.LONG,
            keys.person(person),
            List.of(Form.bytes(Keys.GONE.toMillis())))
        .thenCompose(
            erased -> {
              boolean had = Texts.of(erased.get(0)).equals("1");
              List<CompletableFuture<Boolean>> late = new ArrayList<>();
              for (Object each : erased.subList(1, erased.size())) {
                String id = Texts.of(each);
                if (!gone.contains(id) && isYoung(id))
                  late.add(records.turnAway(id, Patience.LONG).toCompletableFuture());
              }
              return Gathered.all(late).thenApply(done -> had);
            });
  }

  /** Whether its record may still be kept for not having been exposed. */
  private boolean isYoung(String decision) {
    return !DecisionIds.isId(decision)
        || DecisionIds.at(decision).isAfter(clock.instant().minus(Keys.RECORD));
  }

  private CompletionStage<List<byte[]>> decisions(PersonId person) {
    CommandArgs<byte[], byte[]> all =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(keys.person(person).decisions())
            .add(0)
            .add(-1);
    return links
        .here()
        .send(
            Patience.LONG, CommandType.LRANGE, all, new ValueListOutput<>(ByteArrayCodec.INSTANCE));
  }

  /** The ids of the records that were there. */
  private CompletionStage<Set<String>> eraseRecords(List<byte[]> ids) {
    Set<String> gone = ConcurrentHashMap.newKeySet();
    List<CompletableFuture<Boolean>> erased = new ArrayList<>();
    for (byte[] each : ids) {
      String id = Texts.of(each);
      erased.add(
          records
              .erase(id, Patience.LONG)
              .whenComplete(
                  (was, failure) -> {
                    if (failure == null && was) gone.add(id);
                  })
              .toCompletableFuture());
    }
    return Gathered.all(erased).thenApply(done -> gone);
  }
}
