package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecords.Page;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ByteArrayOutput;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.KeyListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Walks records back in time: span by span, and in each through the seconds that have some. A page
 * costs a round trip or two to find the seconds, one for the records.
 */
final class RecentRecords {
  private final RedisLinks links;
  private final Keys keys;
  private final KeptRecords records;

  RecentRecords(RedisLinks links, Keys keys, KeptRecords records) {
    this.links = links;
    this.keys = keys;
    this.records = records;
  }

  /**
   * The newest records made at or after a moment.
   *
   * @param before ids sort before it: an id, or the beginning of one
   */
  CompletionStage<Page> page(Instant from, String before, int most) {
    return span(last(before), new Wanted(DecisionIds.beginning(from), before, most), from);
  }

  /** The ids a page may hold. */
  private record Wanted(String from, String before, int most) {
    boolean has(String id) {
      return id.compareTo(from) >= 0 && id.compareTo(before) < 0;
    }
  }

  /** The last moment that an id before this text can be of. */
  private static Instant last(String before) {
    return DecisionIds.isId(before)
        ? DecisionIds.at(before)
        : DecisionIds.at(before + "0".repeat(16)).minusMillis(1);
  }

  private CompletionStage<Page> span(Instant moment, Wanted wanted, Instant from) {
    if (moment.isBefore(from)) return CompletableFuture.completedStage(new Page(List.of(), null));
    Instant start = RecordPlace.start(moment);
    List<String> parts = RecordPlace.parts(moment);
    int first = start.isBefore(from) ? RecordPlace.second(from) : 0;
    return places(parts, first, RecordPlace.second(moment))
        .thenCompose(places -> ids(places, 1, List.of(), wanted))
        .thenCompose(
            ids -> ids.isEmpty() ? span(start.minusMillis(1), wanted, from) : records(ids));
  }

  /** Where records lie between two seconds of a span, those of the newest second first. */
  private CompletionStage<List<List<RecordPlace>>> places(List<String> parts, int first, int last) {
    List<CompletableFuture<byte[]>> used = new ArrayList<>();
    for (String part : parts) used.add(bits(part).toCompletableFuture());
    return Gathered.all(used)
        .thenApply(
            bits -> {
              List<List<RecordPlace>> seconds = new ArrayList<>();
              for (int second = last; second >= first; second--) {
                List<RecordPlace> places = new ArrayList<>();
                for (int i = 0; i < parts.size(); i++) {
                  if (isSet(bits.get(i), second)) places.add(new RecordPlace(parts.get(i), second));
                }
                if (!places.isEmpty()) seconds.add(places);
              }
              return seconds;
            });
  }

  /** Redis counts bits from the highest of the first byte. */
  private static boolean isSet(byte[] bits, int at) {
    return at / 8 < bits.length && (bits[at / 8] >> (7 - at % 8) & 1) == 1;
  }

  /** Looks into one second, then into two, into four, until there are as many as wanted. */
  private CompletionStage<List<String>> ids(
      List<List<RecordPlace>> seconds, int atOnce, List<String> found, Wanted wanted) {
    if (seconds.isEmpty() || found.size() >= wanted.most())
      return CompletableFuture.completedStage(found.stream().limit(wanted.most()).toList());
    int now = Math.min(atOnce, seconds.size());
    List<CompletableFuture<List<byte[]>>> looks = new ArrayList<>();
    for (List<RecordPlace> places : seconds.subList(0, now)) {
      for (RecordPlace place : places) looks.add(idsAt(place).toCompletableFuture());
    }
    return Gathered.all(looks)
        .thenCompose(
            ids -> {
              List<String> more = new ArrayList<>(found);
              ids.stream()
                  .flatMap(Collection::stream)
                  .map(Texts::of)
                  .filter(wanted::has)
                  .sorted(Comparator.reverseOrder())
                  .forEach(more::add);
              return ids(seconds.subList(now, seconds.size()), 2 * atOnce, more, wanted);
            });
  }

  private CompletionStage<List<byte[]>> idsAt(RecordPlace place) {
    return read(CommandType.HKEYS, keys.made(place), new KeyListOutput<>(ByteArrayCodec.INSTANCE));
  }

  private CompletionStage<byte[]> bits(String part) {
    return read(CommandType.GET, keys.recent(part), new ByteArrayOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(bits -> Optional.ofNullable(bits).orElseGet(() -> new byte[0]));
  }

  private <T> CompletionStage<T> read(
      CommandType type, byte[] key, CommandOutput<byte[], byte[], T> output) {
    return links
        .here()
        .send(Patience.LONG, type, new CommandArgs<>(ByteArrayCodec.INSTANCE).addKey(key), output);
  }

  private CompletionStage<Page> records(List<String> ids) {
    List<CompletableFuture<Optional<byte[]>>> loads = new ArrayList<>();
    for (String id : ids) loads.add(records.load(id, Patience.LONG).toCompletableFuture());
    String last = ids.get(ids.size() - 1);
    return Gathered.all(loads)
        .thenApply(loaded -> new Page(loaded.stream().flatMap(Optional::stream).toList(), last));
  }
}
