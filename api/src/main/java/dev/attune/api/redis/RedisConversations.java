package dev.attune.api.redis;

import static io.lettuce.core.protocol.CommandType.DEL;
import static io.lettuce.core.protocol.CommandType.EXISTS;
import static io.lettuce.core.protocol.CommandType.GET;
import static io.lettuce.core.protocol.CommandType.SET;

import dev.attune.engine.fact.PersonId;
import dev.attune.engine.profile.ConversationStore;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Conversations in Redis: what was found out is kept longer than what was said. It waits as long as
 * a person would, not as short as a page.
 */
final class RedisConversations implements ConversationStore {
  private static final Script RELEASE = Script.alone("release");

  private final RedisLinks links;
  private final Keys keys;
  private final Whereabouts whereabouts;
  private final Told told;

  RedisConversations(RedisLinks links, Keys keys, Whereabouts whereabouts) {
    this.links = links;
    this.keys = keys;
    this.whereabouts = whereabouts;
    this.told = new Told(links, keys);
  }

  @Override
  public CompletionStage<Optional<Stored>> load(String session) {
    Keys.Chat chat = keys.chat(session);
    return get(chat.state())
        .thenCombine(
            get(chat.said()),
            (state, said) -> state.map(found -> new Stored(found, said.orElse(""))));
  }

  @Override
  public CompletionStage<Optional<String>> sessionOf(PersonId person) {
    return get(keys.chat(person))
        .thenCompose(
            own ->
                own.isPresent()
                    ? CompletableFuture.completedStage(own)
                    : otherNames(person).thenCompose(names -> firstSession(names.iterator())));
  }

  private CompletionStage<List<PersonId>> otherNames(PersonId person) {
    return whereabouts
        .merge()
        .root(person)
        .thenCompose(
            root ->
                told.merged(root)
                    .thenApply(
                        merged ->
                            Stream.concat(Stream.of(root), merged.stream())
                                .filter(name -> !name.equals(person))
                                .toList()));
  }

  private CompletionStage<Optional<String>> firstSession(Iterator<PersonId> names) {
    if (!names.hasNext()) return CompletableFuture.completedStage(Optional.empty());
    return get(keys.chat(names.next()))
        .thenCompose(
            session ->
                session.isPresent()
                    ? CompletableFuture.completedStage(session)
                    : firstSession(names));
  }

  @Override
  public CompletionStage<Boolean> claim(String session, String token) {
    CommandArgs<byte[], byte[]> args =
        key(keys.chat(session).turn()).add(token).add("PX").add(Keys.TURN.toMillis()).add("NX");
    return links
        .here()
        .send(Patience.LONG, SET, args, new StatusOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply("OK"::equals);
  }

  @Override
  public CompletionStage<Void> release(String session, String token) {
    byte[][] turn = {keys.chat(session).turn()};
    return RELEASE
        .run(
            links.here(),
            Patience.LONG,
            turn,
            List.of(Form.bytes(token)),
            () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<Boolean> save(String session, PersonId person, Stored conversation) {
    Keys.Chat chat = keys.chat(session);
    CompletionStage<?> state = set(chat.state(), conversation.state(), Keys.FACTS);
    CompletionStage<?> said = set(chat.said(), conversation.transcript(), Keys.SAID);
    CompletionStage<?> pointer = set(keys.chat(person), session, Keys.FACTS);
    return CompletableFuture.allOf(
            state.toCompletableFuture(), said.toCompletableFuture(), pointer.toCompletableFuture())
        .thenCompose(done -> isGone(person))
        .thenCompose(
            gone ->
                gone
                    ? erase(person).thenApply(erased -> false)
                    : CompletableFuture.completedStage(true));
  }

  /** Asked after writing, so that an erasure at the same moment finds the words or is seen here. */
  private CompletionStage<Boolean> isGone(PersonId person) {
    return links
        .here()
        .send(
            Patience.LONG,
            EXISTS,
            key(keys.person(person).gone()),
            new IntegerOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(found -> found == 1);
  }

  @Override
  public CompletionStage<Void> erase(PersonId person) {
    return get(keys.chat(person))
        .thenCompose(
            session ->
                session.isEmpty()
                    ? CompletableFuture.completedStage(null)
                    : eraseSession(session.get()))
        .thenCompose(done -> delete(keys.chat(person)));
  }

  private CompletionStage<Void> eraseSession(String session) {
    Keys.Chat chat = keys.chat(session);
    return delete(chat.said())
        .thenCompose(done -> delete(chat.state()))
        .thenCompose(done -> delete(chat.turn()))
        .thenCompose(done -> delete(keys.spent(session)));
  }

  private CompletionStage<Void> delete(byte[] key) {
    return links
        .here()
        .send(Patience.LONG, DEL, key(key), new IntegerOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(done -> null);
  }

  private CompletionStage<Optional<String>> get(byte[] key) {
    return links
        .here()
        .send(Patience.LONG, GET, key(key), new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(bytes -> Optional.ofNullable(bytes).map(Texts::of));
  }

  private CompletionStage<String> set(byte[] key, String value, Duration time) {
    return links
        .here()
        .send(
            Patience.LONG,
            SET,
            key(key).add(Form.bytes(value)).add("PX").add(time.toMillis()),
            new StatusOutput<>(ByteArrayCodec.INSTANCE));
  }

  private static CommandArgs<byte[], byte[]> key(byte[] key) {
    return new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key);
  }
}
