package dev.attune.api.http.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.http.Checked;
import dev.attune.api.http.Fault;
import dev.attune.api.http.Problem;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventKind;
import dev.attune.engine.fact.PersonId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingBodyTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void a_batch_is_read_and_its_faulty_events_are_told_by_place() throws IOException {
    Ingested read = read("analytics-node-batch.json", TrackingCall.BATCH);

    assertThat(read.writeKey()).isEqualTo("demo");
    assertThat(read.events())
        .extracting(Event::id)
        .containsExactly("node-next-1", "node-next-2", "node-next-5");
    assertThat(read.faults())
        .extracting(Fault::pointer)
        .containsExactly("/batch/2/event", "/batch/3/type", "/batch/5");
  }

  @Test
  void identify_carries_traits_both_ids_and_the_batch_context() throws IOException {
    Event identify = read("analytics-node-batch.json", TrackingCall.BATCH).events().get(0);

    assertThat(identify.kind()).isEqualTo(EventKind.IDENTIFY);
    assertThat(identify.user()).isEqualTo(PersonId.user("ana"));
    assertThat(identify.visitor()).isEqualTo(PersonId.anonymous("browser-1"));
    assertThat(identify.traits())
        .isEqualTo(Map.of("role", "marketer", "seats", 12L, "tags", List.of("a")));
    assertThat(identify.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void a_sender_whose_clock_is_three_seconds_ahead_is_corrected() throws IOException {
    Event track = read("analytics-node-batch.json", TrackingCall.BATCH).events().get(1);

    assertThat(track.at()).isEqualTo(Instant.parse("2026-11-24T11:59:56Z"));
    assertThat(track.user()).isEqualTo(PersonId.user("42"));
    assertThat(track.zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
    assertThat(track.properties())
        .containsEntry("words", 120L)
        .containsEntry("share", 0.5)
        .containsEntry("extra", Map.of("deep", List.of(1L)));
  }

  @Test
  void a_number_of_any_length_keeps_all_its_digits() {
    String event =
        "{\"userId\": \"ana\", \"event\": \"draft.created\", \"properties\": {\"draftId\":"
            + " 12345678901234567890123}}";

    Ingested read =
        TrackingBody.read(event.getBytes(StandardCharsets.UTF_8), TrackingCall.TRACK, RECEIVED)
            .get();

    assertThat(read.events().get(0).properties().get("draftId"))
        .hasToString("12345678901234567890123");
  }

  @Test
  void an_event_that_is_too_large_is_left_out_of_its_batch() {
    String large = "x".repeat(33_000);
    String batch =
        """
        {"batch": [
          {"type": "track", "userId": "ana", "event": "tone.applied", "properties": {"a": "%s"}},
          {"type": "track", "userId": "ana", "event": "tone.applied", "messageId": "m2"}]}
        """
            .formatted(large);

    Ingested read =
        TrackingBody.read(batch.getBytes(StandardCharsets.UTF_8), TrackingCall.BATCH, RECEIVED)
            .get();

    assertThat(read.events()).extracting(Event::id).containsExactly("m2");
    assertThat(read.faults()).containsExactly(new Fault("/batch/0", "an event has at most 32 KiB"));
  }

  @Test
  void the_browser_sends_one_event_as_text() throws IOException {
    Ingested read = read("browser-track.txt", TrackingCall.TRACK);

    assertThat(read.faults()).isEmpty();
    assertThat(read.writeKey()).isEqualTo("demo");
    assertThat(read.events())
        .singleElement()
        .extracting(Event::person)
        .isEqualTo(PersonId.anonymous("b-7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24T10:00:00Z",
        "2026-11-24T12:00:00+02:00",
        "2026-11-24T05:00:00.000-0500",
        "2026-11-24 15:30:00+05:30",
        "2026-11-24T15:00+05",
        "2026-11-24T10:00:00.000000",
      })
  void a_time_is_read_as_sdks_write_it(String time) {
    Ingested read = ok(track("{'userId':'ana','event':'x','timestamp':'" + time + "'}"));

    assertThat(read.events())
        .singleElement()
        .extracting(Event::at)
        .isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
  }

  @Test
  void an_event_of_last_month_is_told_and_left_out_unless_it_is_sent_as_history() {
    String old = "{'type':'track','userId':'ana','event':'x','timestamp':'2026-10-24T10:00:00Z'}";
    byte[] body = bytes("{'batch':[" + old + ",{'type':'track','userId':'ana','event':'x'}]}");

    Ingested late = ok(TrackingBody.read(body, TrackingCall.BATCH, RECEIVED));
    Ingested history = ok(TrackingBody.read(body, TrackingCall.IMPORT, RECEIVED));

    assertThat(late.events()).hasSize(1);
    assertThat(late.late()).singleElement().extracting(Fault::pointer).isEqualTo("/batch/0");
    assertThat(history.events()).hasSize(2);
    assertThat(history.late()).isEmpty();
  }

  @Test
  void an_event_without_an_id_is_known_by_its_content_when_it_says_when_it_happened() {
    String timed = "{'userId':'ana','event':'x','timestamp':'2026-11-24T10:00:00Z','sentAt':'%s'}";
    String untimed = "{'userId':'ana','event':'x'}";

    assertThat(id(timed.formatted("2026-11-24T10:00:01Z")))
        .isEqualTo(id(timed.formatted("2026-11-24T10:00:09Z")));
    assertThat(id(untimed)).isNotEqualTo(id(untimed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'event':'x'} | ",
        "{'userId':'ana'} | /event",
        "{'userId':'ana','event':7} | /event",
        "{'userId':'ana','event':'x','timestamp':'yesterday'} | /timestamp",
        "{'userId':{'a':1},'event':'x'} | /userId",
        "{'userId':'a\\u0000b','event':'x'} | /userId",
      })
  void a_faulty_event_is_told_by_its_member(String body, String pointer) {
    Ingested read = ok(track(body));

    assertThat(read.events()).isEmpty();
    assertThat(read.faults().get(0).pointer()).isEqualTo(Objects.requireNonNullElse(pointer, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{", "{'a':1,'a':2}", "{}{}", "{'userId':'\u0000'}"})
  void what_is_no_json_object_is_refused_whole(String body) {
    Problem problem = track(body).problem();

    assertThat(problem).isNotNull();
    assertThat(problem.status()).isEqualTo(400);
  }

  @Test
  void a_batch_without_a_list_is_refused() {
    assertThat(TrackingBody.read(bytes("{'batch':{}}"), TrackingCall.BATCH, RECEIVED).problem())
        .isNotNull();
  }

  @Test
  void an_import_is_history() {
    Ingested read =
        ok(
            TrackingBody.read(
                bytes("{'batch':[{'type':'track','userId':'ana','event':'x'}]}"),
                TrackingCall.IMPORT,
                RECEIVED));

    assertThat(read.events()).allMatch(Event::historical);
  }

  private static String id(String body) {
    return ok(track(body)).events().get(0).id();
  }

  private static Checked<Ingested> track(String body) {
    return TrackingBody.read(bytes(body), TrackingCall.TRACK, RECEIVED);
  }

  private static Ingested read(String file, TrackingCall call) throws IOException {
    try (InputStream in = TrackingBodyTest.class.getResourceAsStream("/ingest/" + file)) {
      return ok(TrackingBody.read(Objects.requireNonNull(in).readAllBytes(), call, RECEIVED));
    }
  }

  private static Ingested ok(Checked<Ingested> read) {
    assertThat(read.problem()).isNull();
    return read.get();
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
