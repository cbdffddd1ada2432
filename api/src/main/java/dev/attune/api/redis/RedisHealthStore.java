package dev.attune.api.redis;

import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Evidence;
import dev.attune.engine.health.HealthStore;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.MapOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Chapters of all servers: a hash for each day, a list of the latest. Those of a second are written
 * together; a server that dies takes the last second's along.
 */
final class RedisHealthStore implements HealthStore {
  private static final Script KEEP = Script.alone("health");
  private static final Script STANDS = Script.alone("stands");
  private static final Duration SINCE = Duration.ofDays(400);

  private final RedisLinks links;
  private final Keys keys;
  private List<Chapter> unwritten = new ArrayList<>();

  RedisHealthStore(RedisLinks links, Keys keys) {
    this.links = links;
    this.keys = keys;
  }

  @Override
  public CompletionStage<Void> keep(Chapter chapter) {
    synchronized (this) {
      unwritten.add(chapter);
      if (unwritten.size() > 1) return CompletableFuture.completedStage(null);
    }
    links.here().loop().schedule(this::flush, 1, TimeUnit.SECONDS);
    return CompletableFuture.completedStage(null);
  }

  /** Writes what was kept in the last second; what cannot be written is lost. */
  CompletionStage<Void> flush() {
    List<Chapter> taken;
    synchronized (this) {
      taken = unwritten;
      unwritten = new ArrayList<>();
    }
    Map<LocalDate, List<Chapter>> byDay =
        taken.stream().collect(Collectors.groupingBy(each -> Evidence.day(each.until())));
    List<CompletableFuture<Long>> writes = new ArrayList<>();
    byDay.forEach((day, chapters) -> writes.add(write(day, chapters).toCompletableFuture()));
    return Gathered.all(writes).handle((done, unreachable) -> null);
  }

  private CompletionStage<Long> write(LocalDate day, List<Chapter> chapters) {
    List<Chapter> newest = chapters.subList(Math.max(0, chapters.size() - LATEST), chapters.size());
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(KEPT.toMillis()));
    args.add(Form.bytes(LATEST));
    args.add(Form.bytes(newest.size()));
    for (Chapter each : newest) args.add(Form.bytes(ChapterForm.of(each)));
    args.addAll(ChapterForm.fields(chapters.stream().reduce(Chapter::plus).orElseThrow()));
    byte[][] both = {keys.healthDay(day), keys.healthLatest()};
    return KEEP.run(
        links.here(),
        Patience.WRITE,
        both,
        args,
        () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE));
  }

  @Override
  public CompletionStage<Evidence> read(Instant now, int days) {
    return flush().thenCompose(written -> readWritten(now, days));
  }

  private CompletionStage<Evidence> readWritten(Instant now, int days) {
    Map<LocalDate, Chapter> byDay = Collections.synchronizedMap(new TreeMap<>());
    List<CompletableFuture<?>> reads = new ArrayList<>();
    for (int ago = 0; ago < days; ago++) {
      LocalDate day = Evidence.day(now).minusDays(ago);
      reads.add(
          all(keys.healthDay(day))
              .thenAccept(hash -> addDay(day, hash, byDay))
              .toCompletableFuture());
    }
    return CompletableFuture.allOf(reads.toArray(CompletableFuture<?>[]::new))
        .thenCombine(latest(), (done, latest) -> new Evidence(new TreeMap<>(byDay), latest));
  }

  private static void addDay(
      LocalDate day, Map<byte[], byte[]> hash, Map<LocalDate, Chapter> byDay) {
    Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    if (!hash.isEmpty()) byDay.put(day, ChapterForm.day(from, until, hash));
  }

  /** The list has the newest first. */
  private CompletionStage<List<Chapter>> latest() {
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.LRANGE,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(keys.healthLatest()).add(0).add(-1),
            new ValueListOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(
            found -> {
              List<Chapter> chapters = new ArrayList<>();
              found.forEach(text -> chapters.add(0, ChapterForm.read(Texts.of(text))));
              return chapters;
            });
  }

  @Override
  public CompletionStage<Void> stands(Map<String, String> states, Instant now) {
    List<byte[]> args = new ArrayList<>();
    args.add(Form.bytes(SINCE.toMillis()));
    args.add(Form.bytes(now.toEpochMilli()));
    states.forEach(
        (name, state) -> {
          args.add(Form.bytes(name));
          args.add(Form.bytes(state));
        });
    byte[][] key = {keys.healthSince()};
    return STANDS
        .run(
            links.here(),
            Patience.WRITE,
            key,
            args,
            () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(done -> null);
  }

  @Override
  public CompletionStage<Map<String, Instant>> since(Map<String, String> states) {
    return all(keys.healthSince())
        .thenApply(
            hash -> {
              Map<String, Instant> since = new HashMap<>();
              hash.forEach(
                  (name, kept) -> {
                    String[] stateAndMillis = Texts.of(kept).split(" ");
                    if (stateAndMillis[0].equals(states.get(Texts.of(name))))
                      since.put(
                          Texts.of(name), Instant.ofEpochMilli(Long.parseLong(stateAndMillis[1])));
                  });
              return since;
            });
  }

  private CompletionStage<Map<byte[], byte[]>> all(byte[] key) {
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.HGETALL,
            new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key),
            new MapOutput<>(ByteArrayCodec.INSTANCE));
  }
}
