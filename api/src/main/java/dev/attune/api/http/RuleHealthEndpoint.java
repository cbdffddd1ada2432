package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.HealthService;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /v1/health/rules}: what is wrong with the live rules, each with its proof. */
public final class RuleHealthEndpoint implements Endpoint {
  private final HealthService health;

  public RuleHealthEndpoint(HealthService health) {
    this.health = health;
  }

  @Override
  public void serve(Exchange exchange) {
    exchange.when(
        health.report(),
        report ->
            exchange.answer(
                200,
                json -> {
                  json.writeStartObject();
                  json.writeStringField("from", report.from().toString());
                  json.writeStringField("until", report.until().toString());
                  json.writeNumberField("asked", report.asked());
                  json.writeArrayFieldStart("findings");
                  for (Finding finding : report.findings()) write(json, finding);
                  json.writeEndArray();
                  json.writeEndObject();
                }));
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("label", finding.label().wire());
    json.writeStringField("subject", finding.subject());
    json.writeStringField("place", finding.place().toString());
    json.writeStringField("proof", finding.proof());
    json.writeStringField("from", finding.from().toString());
    json.writeStringField("until", finding.until().toString());
    json.writeObjectFieldStart("counts");
    for (Map.Entry<String, Long> count : new TreeMap<>(finding.counts()).entrySet())
      json.writeNumberField(count.getKey(), count.getValue());
    json.writeEndObject();
    json.writeStringField("advice", finding.advice());
    json.writeEndObject();
  }
}
