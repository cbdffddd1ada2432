package dev.attune.api.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What was read about people lately, with what tells whether it still holds: a person's facts
 * change their mark, reservations their own text. Bounded: who is asked about more often stays, so
 * that many people who come once do not displace anybody. Thread-safe.
 */
final class Recollection {
  private static final byte[] NONE = {};

  private final RedisLinks links;
  private final Keys keys;
  private final Cache<PersonId, Recalled> people;

  Recollection(RedisLinks links, Keys keys, int most) {
    this.links = links;
    this.keys = keys;
    this.people = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  /**
   * One person.
   *
   * @param reserved the reservations as they stand in the hash
   */
  record Recalled(Known known, byte[] mark, byte[] reserved) {
    /**
     * @param found where the person is, their mark and their reservations, as they stand
     */
    private boolean isLike(List<byte[]> found) {
      return found.get(0) == null
          && Arrays.equals(found.get(1), mark)
          && Arrays.equals(Objects.requireNonNullElse(found.get(2), NONE), reserved);
    }
  }

  @Nullable Recalled of(PersonId person) {
    return people.getIfPresent(person);
  }

  void keep(Recalled read) {
    people.put(read.known().person(), read);
  }

  void drop(PersonId person) {
    people.invalidate(person);
  }

  /** Asks whether it still holds; what does not is recalled no more. */
  CompletionStage<Boolean> holds(Recalled recalled) {
    CommandArgs<byte[], byte[]> fields =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(keys.person(recalled.known().person()).facts())
            .add("l")
            .add("v")
            .add("r");
    return links
        .here()
        .send(
            Patience.READ,
            CommandType.HMGET,
            fields,
            new ValueListOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            found -> {
              boolean holds = recalled.isLike(found);
              if (!holds) drop(recalled.known().person());
              return holds;
            });
  }
}
