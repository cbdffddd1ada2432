package dev.attune.api.http;

import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.decision.DecisionRecords.Page;
import dev.attune.engine.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/decisions}: recent records as they are kept, page by page, to be replayed. */
public final class ExportDecisionsEndpoint implements Endpoint {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration STANDARD = Duration.ofHours(24);
  private static final int LEAST = 8;
  private static final int MOST = 500;

  private final DecisionRecords records;
  private final InstantSource clock;

  public ExportDecisionsEndpoint(DecisionRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void serve(Exchange exchange) {
    Optional<Duration> last = last(exchange.query("last"));
    String before = exchange.query("before");
    Optional<Integer> limit = limit(exchange.query("limit"));
    if (last.isEmpty()) {
      exchange.refuse(Problem.badParameter("last is a time such as 30m, 24h or 7d, up to 7d"));
    } else if (before != null && !DecisionIds.isId(before)) {
      exchange.refuse(Problem.badParameter("before is the next of an earlier page"));
    } else if (limit.isEmpty()) {
      exchange.refuse(Problem.badParameter("limit is a number from " + LEAST + " to " + MOST));
    } else {
      Instant now = clock.instant();
      exchange.when(
          records.recent(now.minus(last.get()), now.plusMillis(1), before, limit.get()),
          page -> answer(exchange, page));
    }
  }

  private static void answer(Exchange exchange, Page page) {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("records");
          for (byte[] record : page.records()) json.writeBinary(record);
          json.writeEndArray();
          if (page.next() != null) json.writeStringField("next", page.next());
          json.writeEndObject();
        });
  }

  private static Optional<Duration> last(@Nullable String given) {
    if (given == null) return Optional.of(STANDARD);
    return Durations.parse(given).filter(last -> last.compareTo(LONGEST) <= 0);
  }

  private static Optional<Integer> limit(@Nullable String given) {
    if (given == null) return Optional.of(MOST);
    if (!given.matches("[0-9]{1,4}")) return Optional.empty();
    return Optional.of(Integer.valueOf(given)).filter(limit -> limit >= LEAST && limit <= MOST);
  }
}
