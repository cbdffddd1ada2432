package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.text.Diagnostic;
import java.io.IOException;
import java.util.List;

/** What is wrong with an author's files, as a member {@code diagnostics}. */
final class DiagnosticsWriter {
  private DiagnosticsWriter() {}

  static void write(List<Diagnostic> diagnostics, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : diagnostics) {
      json.writeStartObject();
      json.writeStringField("file", diagnostic.place().file());
      json.writeNumberField("line", diagnostic.place().line());
      json.writeNumberField("column", diagnostic.place().column());
      json.writeStringField("severity", diagnostic.isError() ? "error" : "warning");
      json.writeStringField("code", diagnostic.code());
      json.writeStringField("message", diagnostic.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
