package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecords.Page;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Walks records back in time, span by span. A page costs one round trip for ids, one for records.
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
    Instant newest = moment(before);
    return span(newest, from, before, most);
  }

  /** The last moment that an id before this text can be of. */
  private static Instant moment(String before) {
    return DecisionIds.isId(before)
        ? DecisionIds.at(before)
        : DecisionIds.at(before + "0".repeat(16)).minusMillis(1);
  }

  private CompletionStage<Page> span(Instant moment, Instant from, String before, int most) {
    if (moment.isBefore(from)) return CompletableFuture.completedStage(new Page(List.of(), null));
    int each = Math.max(1, most / RecentParts.LANES);
    List<CompletableFuture<List<String>>> lanes = new ArrayList<>();
    for (String part : RecentParts.at(moment))
      lanes.add(ids(part, from, before, each).toCompletableFuture());
    return all(lanes)
        .thenCompose(
            found -> {
              List<String> ids = newest(found, each);
              if (ids.isEmpty()) return span(RecentParts.before(moment), from, before, most);
              return records(ids);
            });
  }

  /** A lane that gave as many as it may has more; nothing older than its last may come before. */
  private static List<String> newest(List<List<String>> lanes, int each) {
    String oldest =
        lanes.stream()
            .filter(lane -> lane.size() == each)
            .map(lane -> lane.get(each - 1))
            .max(Comparator.naturalOrder())
            .orElse("");
    return lanes.stream()
        .flatMap(List::stream)
        .filter(id -> id.compareTo(oldest) >= 0)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private CompletionStage<List<String>> ids(String part, Instant from, String before, int most) {
    CommandArgs<byte[], byte[]> range =
        new CommandArgs<>(ByteArrayCodec.INSTANCE)
            .addKey(keys.recent(part))
            .add("(" + before)
            .add("[" + DecisionIds.beginning(from))
            .add("LIMIT")
            .add(0)
            .add(most);
    return links
        .here()
        .send(
            Patience.LONG,
            CommandType.ZREVRANGEBYLEX,
            range,
            new ValueListOutput<>(ByteArrayCodec.INSTANCE))
        .thenApply(ids -> ids.stream().map(Texts::of).toList());
  }

  private CompletionStage<Page> records(List<String> ids) {
    List<CompletableFuture<Optional<byte[]>>> loads = new ArrayList<>();
    for (String id : ids) loads.add(records.load(id, Patience.LONG).toCompletableFuture());
    String last = ids.get(ids.size() - 1);
    return all(loads)
        .thenApply(loaded -> new Page(loaded.stream().flatMap(Optional::stream).toList(), last));
  }

  private static <T> CompletionStage<List<T>> all(List<CompletableFuture<T>> stages) {
    Stream<CompletableFuture<T>> each = stages.stream();
    return CompletableFuture.allOf(stages.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> each.map(CompletableFuture::join).toList());
  }
}
