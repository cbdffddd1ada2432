package dev.attune.api.redis;

import dev.attune.engine.event.Undeclared;
import dev.attune.engine.fact.PersonId;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.MapOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Undeclared names over all servers, counted in memory and added up in Redis once a second. */
final class RedisUndeclared implements Undeclared {
  private static final Script ADD = Script.alone("undeclared");
  private static final Script FORGET = Script.alone("undeclared-forget");

  /** Pairs of a name and who sent it, within a second. */
  private static final int GATHERED = 10_000;

  /** So many at most are handed on by one script. */
  private static final int AT_ONCE = 500;

  private static final int NAMES = 1_000;
  private static final int NAME = 200;

  private final RedisLinks links;
  private final Keys keys;
  private final Gathering gathering;
  private final AtomicLong last = new AtomicLong();
  private CompletionStage<Void> handingOn = CompletableFuture.completedFuture(null);

  RedisUndeclared(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
    this.gathering = new Gathering(links, GATHERED, this::flush);
  }

  @Override
  public void seen(Part part, String name, PersonId by, Instant at) {
    last.accumulateAndGet(at.toEpochMilli(), Math::max);
    String kept = name.length() > NAME ? name.substring(0, NAME) : name;
    gathering.add(Keys.tag(by) + " " + part + " " + kept, 1);
  }

  @Override
  public CompletionStage<Void> forget(PersonId person) {
    return handedOn()
        .thenCompose(
            done ->
                FORGET.run(
                    links.here(),
                    Patience.LONG,
                    keys.undeclared().all(),
                    List.of(Form.bytes(Keys.tag(person))),
                    () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE)))
        .thenApply(forgotten -> null);
  }

  @Override
  public CompletionStage<List<Name>> names() {
    return handedOn()
        .thenCompose(
            done ->
                all(keys.undeclared().counts())
                    .thenCombine(all(keys.undeclared().last()), RedisUndeclared::names));
  }

  /** When all that was seen until now is in Redis, also what another thread is handing on. */
  private synchronized CompletionStage<Void> handedOn() {
    CompletionStage<Void> underWay = handingOn;
    return flush().thenCompose(done -> underWay);
  }

  synchronized CompletionStage<Void> flush() {
    Map<String, Long> counts = gathering.take();
    if (counts.isEmpty()) return handingOn;
    CompletionStage<Void> added = CompletableFuture.completedFuture(null);
    Map<String, Long> part = new HashMap<>();
    for (Map.Entry<String, Long> each : counts.entrySet()) {
      part.put(each.getKey(), each.getValue());
      if (part.size() < AT_ONCE) continue;
      Map<String, Long> full = part;
      added = added.thenCompose(done -> add(full));
      part = new HashMap<>();
    }
    Map<String, Long> rest = part;
    handingOn = rest.isEmpty() ? added : added.thenCompose(done -> add(rest));
    return handingOn;
  }

  private CompletionStage<Void> add(Map<String, Long> counts) {
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(NAMES));
    args.add(Form.bytes(Keys.UNDECLARED.toMillis()));
    args.add(Form.bytes(SENDERS));
    counts.forEach(
        (key, count) -> {
          int space = key.indexOf(' ');
          args.add(Form.bytes(key.substring(space + 1)));
          args.add(Form.bytes(count));
          args.add(Form.bytes(last.get()));
          args.add(Form.bytes(key.substring(0, space)));
        });
    return ADD.run(
            links.here(),
            Patience.WRITE,
            keys.undeclared().all(),
            args,
            () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE))
        .<Void>handle(
            (done, failure) -> {
              if (failure != null) gathering.addAll(counts);
              return null;
            });
  }

  private CompletionStage<Map<String, String>> all(byte[] key) {
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.HGETALL,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key),
            new MapOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            found -> {
              Map<String, String> texts = new HashMap<>();
              found.forEach((name, value) -> texts.put(Texts.of(name), Texts.of(value)));
              return texts;
            });
  }

  private static List<Name> names(Map<String, String> counts, Map<String, String> times) {
    List<Name> names = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          int space = key.indexOf(' ');
          names.add(
              new Name(
                  Part.valueOf(key.substring(0, space)),
                  key.substring(space + 1),
                  Long.parseLong(count),
                  Instant.ofEpochMilli(Long.parseLong(times.getOrDefault(key, "0")))));
        });
    names.sort(Comparator.comparingLong(Name::count).reversed().thenComparing(Name::name));
    return names;
  }
}
