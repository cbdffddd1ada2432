package dev.attune.api.redis;

import dev.attune.api.redis.Recollection.Recalled;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.Export;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Write;
import dev.attune.engine.fact.Written;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Facts in Redis: one hash for each person, read whole in one round trip, changed by one script.
 * Stages complete on the event loop that asked. Thread-safe.
 */
public final class RedisFactStore implements FactStore {
  private static final Script WRITE = Script.changing("write");

  private final RedisLinks links;
  private final Keys keys;
  private final Whereabouts whereabouts;
  private final ConsentDefault consentDefault;
  private final Recollection recollection;
  private final Erasure erasure;
  private final Told told;

  RedisFactStore(
      RedisLinks links,
      Keys keys,
      Whereabouts whereabouts,
      Erasure erasure,
      ConsentDefault consentDefault,
      Recollection recollection) {
    this.links = links;
    this.keys = keys;
    this.whereabouts = whereabouts;
    this.consentDefault = consentDefault;
    this.recollection = recollection;
    this.erasure = erasure;
    this.told = new Told(links, keys);
  }

  @Override
  public CompletionStage<Known> load(PersonId person) {
    Recalled recalled = recollection.of(person);
    return recalled == null
        ? loadAnew(person)
        : recollection
            .holds(recalled)
            .thenCompose(
                holds ->
                    holds ? CompletableFuture.completedStage(recalled.known()) : loadAnew(person));
  }

  private CompletionStage<Known> loadAnew(PersonId person) {
    return read(person)
        .thenCompose(
            found -> {
              if (found.recalled() != null) recollection.keep(found.recalled());
              return found.movedTo() == null
                  ? CompletableFuture.completedStage(found.known())
                  : follow(person, found);
            });
  }

  @Override
  public @Nullable Known recall(PersonId person) {
    Recalled recalled = recollection.of(person);
    return recalled == null ? null : recalled.known();
  }

  @Override
  public CompletionStage<Written> write(PersonId person, Write write) {
    return whereabouts
        .run(WRITE, Patience.WRITE, person, WriteArgs.of(write))
        .thenApply(
            answer ->
                switch (Whereabouts.status(answer)) {
                  case "W" -> Written.ENTERED;
                  case "D" -> Written.DUPLICATE;
                  default -> Written.ERASED;
                });
  }

  @Override
  public CompletionStage<Void> join(PersonId visitor, PersonId user) {
    return whereabouts.merge().join(visitor, user);
  }

  @Override
  public CompletionStage<Void> merge(PersonId one, PersonId other) {
    return whereabouts.merge().merge(one, other);
  }

  @Override
  public CompletionStage<Boolean> erase(PersonId person) {
    return whereabouts
        .merge()
        .root(person)
        .thenCompose(
            root ->
                erasure
                    .erase(root)
                    .whenComplete(
                        (had, failure) -> {
                          recollection.drop(root);
                          recollection.drop(person);
                        }));
  }

  @Override
  public CompletionStage<Export> export(PersonId person) {
    return load(person)
        .thenCompose(
            known ->
                told.of(known.person())
                    .thenApply(
                        history ->
                            new Export(
                                known, history.values(), history.consents(), history.merged())));
  }

  private CompletionStage<PersonOutput.Found> read(PersonId person) {
    CommandArgs<byte[], byte[]> args =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.person(person).facts());
    return links
        .here()
        .send(Patience.READ, CommandType.HGETALL, args, new PersonOutput(person, consentDefault));
  }

  private CompletionStage<Known> follow(PersonId person, PersonOutput.Found found) {
    PersonId next = found.movedTo();
    if (next == null) return CompletableFuture.completedStage(found.known());
    CompletionStage<Void> whole =
        found.moving()
            ? whereabouts.merge().finish(person, next)
            : CompletableFuture.completedStage(null);
    return whole.thenCompose(done -> load(next));
  }
}
