package dev.attune.api.redis;

import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.vocabulary.Purpose;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.KeyListOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Reads what was ever told about a person, and under which other names they are known. */
final class Told {
  private final RedisLinks links;
  private final Keys keys;

  Told(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
  }

  /** Oldest first. */
  record History(
      List<Learnt> values,
      List<Consented> consents,
      List<Reaction> reactions,
      List<PersonId> merged) {}

  CompletionStage<History> of(PersonId person) {
    CommandArgs<byte[], byte[]> all =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(keys.person(person).history())
            .add(0)
            .add(-1);
    return send(CommandType.ZRANGE, all, new ValueListOutput<>(ByteArrayCodec.INSTANCE))
        .thenCombine(merged(person), Told::history);
  }

  CompletionStage<List<PersonId>> merged(PersonId person) {
    CommandArgs<byte[], byte[]> all =
        new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.person(person).facts());
    return send(CommandType.HKEYS, all, new KeyListOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            fields ->
                fields.stream()
                    .map(Texts::of)
                    .filter(field -> field.charAt(0) == 'm')
                    .map(field -> Form.person(field.substring(1)))
                    .sorted()
                    .toList());
  }

  private static History history(List<byte[]> entries, List<PersonId> merged) {
    List<Learnt> values = new ArrayList<>();
    List<Consented> consents = new ArrayList<>();
    List<Reaction> reactions = new ArrayList<>();
    for (byte[] entry : entries) {
      Cursor cursor = new Cursor().over(entry);
      char kind = cursor.letter();
      String name = cursor.text(Form.GROUP);
      if (kind == 'p') values.add(learnt(name, Form.bytes(cursor.rest())));
      else if (kind == 'r') reactions.add(reaction(name, cursor));
      else consents.add(consented(name, cursor));
    }
    return new History(values, consents, reactions, merged);
  }

  private static Learnt learnt(String field, byte[] stored) {
    ProfileValue value = Decoding.value(new Cursor().over(stored));
    return value == null
        ? new Learnt(field, null, Decoding.forgotten(new Cursor().over(stored)))
        : new Learnt(field, value.value(), value.provenance());
  }

  private static Reaction reaction(String key, Cursor cursor) {
    Instant at = cursor.instant(';');
    ReactionType type = ReactionType.valueOf(cursor.text(Form.UNIT).toUpperCase(Locale.ROOT));
    String decision = cursor.text(Form.UNIT);
    String reason = cursor.rest();
    String id = decision + ':' + key + ':' + type.wire();
    return new Reaction(id, decision, key, type, at, null, reason.isEmpty() ? null : reason);
  }

  private static Consented consented(String purpose, Cursor cursor) {
    Instant at = cursor.instant(';');
    boolean granted = cursor.text(Form.UNIT).equals("g");
    String source = cursor.text(Form.UNIT);
    return new Consented(
        Purpose.valueOf(purpose.toUpperCase(Locale.ROOT)), granted, at, source, cursor.rest());
  }

  private <T> CompletionStage<T> send(
      CommandType type, CommandArgs<byte[], byte[]> args, CommandOutput<byte[], byte[], T> output) {
    return links.here().send(Patience.LONG, type, args, output);
  }
}
