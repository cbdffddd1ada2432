package dev.attune.api.http.ingest;

import dev.attune.api.http.Checked;
import dev.attune.api.http.Endpoint;
import dev.attune.api.http.Exchange;
import dev.attune.api.http.Fault;
import dev.attune.api.http.Operation;
import dev.attune.api.http.Problem;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventIntake;
import dev.attune.engine.vocabulary.Vocabulary;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes events in: Segment's tracking calls and CloudEvents. An acknowledged event is in the store
 * before the answer; what cannot be stored is 503, so that SDKs send it again.
 */
public final class IngestEndpoints {
  private static final byte GZIP_1 = 0x1f;
  private static final byte GZIP_2 = (byte) 0x8b;

  private final EventIntake intake;
  private final Supplier<Vocabulary> vocabulary;
  private final InstantSource clock;

  public IngestEndpoints(EventIntake intake, Supplier<Vocabulary> vocabulary, InstantSource clock) {
    this.intake = intake;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.SEND_EVENTS, this::tracking);
    endpoints.put(Operation.SEND_CLOUD_EVENTS, this::cloudEvents);
  }

  private void tracking(Exchange exchange) {
    Checked<byte[]> body = unpacked(exchange);
    if (body.problem() != null) {
      exchange.refuse(body.problem());
      return;
    }
    TrackingCall call = TrackingCall.of(lastPart(exchange.request().path())).orElseThrow();
    Checked<Ingested> read = TrackingBody.read(body.get(), call, now());
    String key = read.problem() == null ? read.get().writeKey() : null;
    if (!exchange.takeKey(key)) {
      exchange.refuse(Problem.unauthenticated());
    } else if (exchange.secondsToWait() > 0) {
      exchange.refuse(Problem.tooOften(exchange.secondsToWait()));
    } else {
      enter(exchange, read);
    }
  }

  private void cloudEvents(Exchange exchange) {
    Checked<byte[]> body = unpacked(exchange);
    if (body.problem() != null) {
      exchange.refuse(body.problem());
      return;
    }
    enter(
        exchange,
        CloudEventsBody.read(
            body.get(),
            exchange.request().getHeader(HttpHeaders.CONTENT_TYPE),
            exchange.request().headers(),
            now()));
  }

  /** By its first bytes, because SDKs label packed JSON as a form, or not at all. */
  private static Checked<byte[]> unpacked(Exchange exchange) {
    byte[] body = exchange.body();
    boolean packed = body.length > 1 && body[0] == GZIP_1 && body[1] == GZIP_2;
    return packed ? Gunzip.of(body, exchange.operation().bodyLimit()) : Checked.good(body);
  }

  private static String lastPart(String path) {
    String part = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return part.substring(part.lastIndexOf('/') + 1);
  }

  private void enter(Exchange exchange, Checked<Ingested> read) {
    if (read.problem() != null) {
      exchange.refuse(read.problem());
      return;
    }
    Joining joining = Joining.of(read.get().events(), exchange);
    List<Fault> faults = new ArrayList<>(read.get().faults());
    List<Fault> late = read.get().late();
    if (joining.events().isEmpty() && late.isEmpty() && !faults.isEmpty()) {
      exchange.refuse(Problem.invalid(faults));
      return;
    }
    if (joining.events().isEmpty() && late.isEmpty() && !joining.faults().isEmpty()) {
      exchange.refuse(Problem.forbidden(joining.faults().get(0).detail()));
      return;
    }
    faults.addAll(joining.faults());
    faults.addAll(late);
    List<Event> events = joining.events();
    if (!exchange.maySetFacts()) {
      PageTraits page = PageTraits.of(events, vocabulary.get());
      events = page.events();
      faults.addAll(page.faults());
    }
    exchange.when(
        EnteringBatch.enter(events, intake::accept), entered -> acknowledge(exchange, faults));
  }

  /** {@code {"success": true}}, as tracking SDKs expect, with what was wrong with single events. */
  private static void acknowledge(Exchange exchange, List<Fault> faults) {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeBooleanField("success", true);
          if (!faults.isEmpty()) {
            json.writeArrayFieldStart("errors");
            for (Fault fault : faults) {
              json.writeStartObject();
              json.writeStringField("pointer", fault.pointer());
              json.writeStringField("detail", fault.detail());
              json.writeEndObject();
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }

  private Instant now() {
    return clock.instant();
  }
}
