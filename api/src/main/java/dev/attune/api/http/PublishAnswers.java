package dev.attune.api.http;

import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.Overtaken;
import dev.attune.engine.publish.PublishResult.Published;
import dev.attune.engine.publish.PublishResult.Rejected;
import dev.attune.engine.text.Diagnostic;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;

/** Says what came of checking and publishing. */
final class PublishAnswers {
  private static final CharSequence PROBLEM =
      HttpHeaders.createOptimized("application/problem+json");

  private PublishAnswers() {}

  static void answer(Exchange exchange, PublishResult result) {
    answer(exchange, result, List.of());
  }

  /**
   * @param leftOut of the archive it came in
   */
  static void answer(Exchange exchange, PublishResult result, List<Diagnostic> leftOut) {
    if (result instanceof Published published) {
      ReleaseTags.add(exchange, published.publication().number());
      exchange.answer(
          201,
          json -> {
            json.writeStartObject();
            PublicationWriter.members(published.publication(), json);
            DiagnosticsWriter.write(together(leftOut, published.warnings()), json);
            json.writeEndObject();
          });
    } else if (result instanceof Rejected rejected) {
      reject(exchange, rejected.diagnostics());
    } else if (result instanceof Overtaken overtaken) {
      ReleaseTags.add(exchange, overtaken.current());
      exchange.refuse(overtaken(overtaken));
    } else {
      exchange.refuse(
          Problem.of(
              422,
              "key-reused",
              "This Idempotency-Key came with something else before",
              "Send another key, or what was sent with it the first time."));
    }
  }

  private static List<Diagnostic> together(List<Diagnostic> leftOut, List<Diagnostic> warnings) {
    return Stream.concat(leftOut.stream(), warnings.stream()).toList();
  }

  private static Problem overtaken(Overtaken overtaken) {
    return Problem.of(
        412,
        "overtaken",
        "Another release was published meanwhile",
        "This was made from release %d, and %d is current. Look what changed with GET"
                .formatted(overtaken.base(), overtaken.current())
            + " /v1/releases/%d; POST /v1/drafts/{id}/rebase puts a draft on top of it."
                .formatted(overtaken.current()));
  }

  /** 422 with every diagnostic: file, line, column, what is wrong and what to write instead. */
  static void reject(Exchange exchange, List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    exchange.answer(
        422,
        PROBLEM,
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeStringField("type", "urn:attune:problem:rejected");
              json.writeStringField("title", "The rules did not pass their checks");
              json.writeNumberField("status", 422);
              json.writeStringField(
                  "detail",
                  errors
                      + (errors == 1 ? " error" : " errors")
                      + "; the live release stays as it was.");
              DiagnosticsWriter.write(diagnostics, json);
              json.writeEndObject();
            }));
  }
}
