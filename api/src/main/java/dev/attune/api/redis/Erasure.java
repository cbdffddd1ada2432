package dev.attune.api.redis;

import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Forgets people: facts, counters, reservations, decisions, their records, and what they said.
 * Repeatable.
 */
final class Erasure {
  private static final Script ERASE = Script.named("erase");

  private final RedisLinks links;
  private final Keys keys;
  private final RedisConversations conversations;
  private final Told told;
  private final KeptRecords records;

  Erasure(RedisLinks links, Keys keys, RedisConversations conversations) {
    this.links = links;
    this.keys = keys;
    this.conversations = conversations;
    this.told = new Told(links, keys);
    this.records = new KeptRecords(links, keys);
  }

  CompletionStage<Boolean> erase(PersonId root) {
    return told.merged(root)
        .thenCompose(
            merged -> {
              CompletionStage<?> others = CompletableFuture.completedStage(null);
              for (PersonId other : merged) others = others.thenCompose(done -> eraseOne(other));
              return others.thenCompose(done -> eraseOne(root));
            });
  }

  /** The records go first: were this cut off, the index to find them again would still stand. */
  private CompletionStage<Boolean> eraseOne(PersonId person) {
    return decisions(person)
        .thenCompose(this::eraseRecords)
        .thenCompose(
            done ->
                Whereabouts.call(
                    links,
                    ERASE,
                    Patience.LONG,
                    keys.person(person),
                    List.of(Form.bytes(Keys.GONE.toMillis()))))
        .thenCompose(
            erased -> {
              boolean had = Texts.of(erased.get(0)).equals("1");
              List<byte[]> late = new ArrayList<>();
              for (Object id : erased.subList(1, erased.size())) late.add((byte[]) id);
              return eraseRecords(late)
                  .thenCompose(done -> conversations.erase(person))
                  .thenApply(done -> had);
            });
  }

  private CompletionStage<List<byte[]>> decisions(PersonId person) {
    CommandArgs<byte[], byte[]> all =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.decisions(person)).add(0).add(-1);
    return links
        .here()
        .send(
            Patience.LONG, CommandType.ZRANGE, all, new ValueListOutput<>(ByteArrayCodec.INSTANCE));
  }

  private CompletionStage<?> eraseRecords(List<byte[]> ids) {
    List<CompletableFuture<?>> erased = new ArrayList<>();
    for (byte[] id : ids)
      erased.add(records.erase(Texts.of(id), Patience.LONG).toCompletableFuture());
    return CompletableFuture.allOf(erased.toArray(CompletableFuture<?>[]::new));
  }
}
