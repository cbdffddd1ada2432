package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused, as RFC 9457 writes it. Never holds internals: no class names, no
 * traces.
 *
 * @param status the HTTP status
 * @param type stable short name, e.g. {@code invalid-body}
 * @param title the type in a few words, the same every time
 * @param detail this occurrence; empty when the title says it all
 * @param errors every fault of the body
 * @param retryAfter seconds until another try makes sense; null when none does
 */
public record Problem(
    int status,
    String type,
    String title,
    String detail,
    List<Fault> errors,
    @Nullable Integer retryAfter)
    implements JsonBody {

  public static Problem of(int status, String type, String title, String detail) {
    return new Problem(status, type, title, detail, List.of(), null);
  }

  /** The body is JSON, yet not what this operation takes. */
  public static Problem invalid(List<Fault> faults) {
    return new Problem(
        400, "invalid-body", "The body is not what this operation takes", "", faults, null);
  }

  public static Problem invalid(String pointer, String detail) {
    return invalid(List.of(new Fault(pointer, detail)));
  }

  /** A part of the path or the query is wrong. */
  public static Problem badParameter(String detail) {
    return of(400, "invalid-parameter", "A part of the address is not valid", detail);
  }

  public static Problem notFound(String detail) {
    return of(404, "not-found", "There is nothing here", detail);
  }

  public static Problem unauthenticated() {
    return of(
        401,
        "no-key",
        "A valid key is needed",
        "Send a key as \"Authorization: Bearer <key>\"; the server printed its keys at the first"
            + " start.");
  }

  public static Problem forbidden(String detail) {
    return of(403, "forbidden", "This key may not do this", detail);
  }

  public static Problem tooLarge(int limit) {
    return of(
        413, "too-large", "The body is too large", "At most " + limit + " bytes are taken here.");
  }

  /** A key calls more often than it may. */
  public static Problem tooOften(int seconds) {
    return new Problem(
        429,
        "too-often",
        "This key asks too often",
        "How often a key may ask is set by keys.server-rate and keys.client-rate.",
        List.of(),
        seconds);
  }

  /** The store cannot be reached, or the server has more work than it can bear. */
  public static Problem unavailable(String detail) {
    return new Problem(503, "unavailable", "Not possible at the moment", detail, List.of(), 1);
  }

  public static Problem conflict(String detail) {
    return of(409, "conflict", "This does not fit the present state", detail);
  }

  /** A bug of ours; the log has the rest. */
  public static Problem internal() {
    return of(500, "internal", "Something is broken", "The log has the details.");
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "urn:attune:problem:" + type);
    json.writeStringField("title", title);
    json.writeNumberField("status", status);
    if (!detail.isEmpty()) json.writeStringField("detail", detail);
    if (!errors.isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (Fault fault : errors) {
        json.writeStartObject();
        json.writeStringField("pointer", fault.pointer());
        json.writeStringField("detail", fault.detail());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
