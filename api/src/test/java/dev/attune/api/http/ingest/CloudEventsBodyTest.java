package dev.attune.api.http.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.http.Checked;
import dev.attune.engine.event.Event;
import dev.attune.engine.fact.PersonId;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloudEventsBodyTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
  private static final CloudEvent EVENT =
      CloudEventBuilder.v1()
          .withId("7")
          .withSource(URI.create("/quill/editor"))
          .withType("tone.applied")
          .withSubject("Zoë 50%")
          .withTime(OffsetDateTime.parse("2026-11-24T12:30:00+01:00"))
          .withExtension("anonymousid", "b-1")
          .withExtension("timezone", "Europe/Berlin")
          .withData("application/json", "{\"draftId\":\"d1\"}".getBytes(StandardCharsets.UTF_8))
          .build();

  @Test
  void all_three_modes_end_in_the_same_event() {
    Event binary = only(binary(EVENT));
    Event structured = only(read(structured(), "application/cloudevents+json; charset=utf-8"));
    Event batched = only(read("[" + structured() + "]", "application/cloudevents-batch+json"));

    assertThat(binary)
        .isEqualTo(structured)
        .isEqualTo(batched)
        .satisfies(
            event -> {
              assertThat(event.id()).isEqualTo("/quill/editor 7");
              assertThat(event.name()).isEqualTo("tone.applied");
              assertThat(event.user()).isEqualTo(PersonId.user("Zoë 50%"));
              assertThat(event.visitor()).isEqualTo(PersonId.anonymous("b-1"));
              assertThat(event.at()).isEqualTo(Instant.parse("2026-11-24T11:30:00Z"));
              assertThat(event.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
              assertThat(event.properties()).isEqualTo(Map.of("draftId", "d1"));
            });
  }

  @Test
  void json_packed_as_base64_is_unpacked() {
    String head =
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/app\",\"type\":\"draft.created\","
            + "\"subject\":\"ana\",\"data_base64\":";

    assertThat(
            only(read(head + "\"eyJkcmFmdElkIjoiNyJ9\"}", "application/cloudevents+json"))
                .properties())
        .containsEntry("draftId", "7");
    assertThat(status(read(head + "\"!\"}", "application/cloudevents+json"))).isEqualTo(400);
  }

  @Test
  void an_empty_batch_is_allowed() {
    assertThat(read("[]", "application/cloudevents-batch+json").get().events()).isEmpty();
  }

  @Test
  void an_unknown_format_is_refused_with_415() {
    assertThat(status(read("<event/>", "application/cloudevents+xml"))).isEqualTo(415);
    assertThat(status(read("{}", "application/json"))).isEqualTo(415);
    assertThat(status(read("{}", null))).isEqualTo(415);
  }

  @Test
  void a_faulty_event_is_refused_and_one_of_a_batch_is_told() {
    assertThat(status(read("{\"specversion\":\"1.0\"}", "application/cloudevents+json")))
        .isEqualTo(400);
    Ingested batch = read("[{}," + structured() + "]", "application/cloudevents-batch+json").get();
    assertThat(batch.events()).hasSize(1);
    assertThat(batch.faults()).isNotEmpty().allMatch(fault -> fault.pointer().startsWith("/0"));
  }

  private static String structured() {
    EventFormat format =
        Objects.requireNonNull(
            EventFormatProvider.getInstance().resolveFormat("application/cloudevents+json"));
    return new String(format.serialize(EVENT), StandardCharsets.UTF_8);
  }

  private static Checked<Ingested> binary(CloudEvent event) {
    Map<String, String> headers = new LinkedHashMap<>();
    AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    HttpMessageFactory.createWriter(headers::put, body::set).writeBinary(event);
    String type =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("content-type"))
            .findFirst()
            .orElseThrow()
            .getValue();
    return CloudEventsBody.read(body.get(), type, headers.entrySet(), RECEIVED);
  }

  private static Checked<Ingested> read(String body, @Nullable String contentType) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return CloudEventsBody.read(bytes, contentType, Map.<String, String>of().entrySet(), RECEIVED);
  }

  private static Event only(Checked<Ingested> read) {
    assertThat(read.problem()).isNull();
    assertThat(read.get().faults()).isEmpty();
    assertThat(read.get().events()).hasSize(1);
    return read.get().events().get(0);
  }

  private static int status(Checked<Ingested> read) {
    return Objects.requireNonNull(read.problem()).status();
  }
}
