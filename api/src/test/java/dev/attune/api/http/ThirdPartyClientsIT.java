package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.browser.Browser;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tracking SDKs as their makers publish them. */
class ThirdPartyClientsIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "client-" + UUID.randomUUID();

  @Test
  void segments_java_sdk_sends_unchanged() {
    Analytics analytics =
        Analytics.builder(RunningServer.CLIENT_KEY).endpoint(server.address().toString()).build();

    analytics.enqueue(IdentifyMessage.builder().userId(person).traits(Map.of("role", "marketer")));
    analytics.enqueue(
        TrackMessage.builder("document.created")
            .userId(person)
            .properties(Map.of("documentId", "one")));
    analytics.enqueue(TrackMessage.builder("document.edited").userId(person));
    analytics.flush();

    awaitKnown();
    analytics.shutdown();
  }

  @Test
  @Tag("node")
  void segments_node_sdk_sends_unchanged() throws Exception {
    NodeClients.send("segment-node", server.address().toString(), RunningServer.CLIENT_KEY, person);

    awaitKnown();
  }

  @Test
  @Tag("node")
  void rudderstacks_node_sdk_sends_unchanged() throws Exception {
    NodeClients.send("rudder-node", server.address().toString(), RunningServer.CLIENT_KEY, person);

    awaitKnown();
  }

  @Test
  @Tag("node")
  void the_cloudevents_sdk_sends_in_all_three_modes() throws Exception {
    NodeClients.send("cloudevents", server.address().toString(), RunningServer.CLIENT_KEY, person);

    JsonNode events = server.get("/v1/people/" + person).body().path("events");
    assertThat(events.findValuesAsText("event"))
        .containsExactlyInAnyOrder("document.created", "document.edited", "tone.applied");
    assertThat(events.findValues("count")).allMatch(count -> count.asInt() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "batching"})
  @Tag("node")
  @Tag("browser")
  void segments_browser_sdk_sends_unchanged(String strategy) throws Exception {
    byte[] script = NodeClients.bundle("segment-browser", "page.js");
    try (Site site = Site.of(script);
        Browser browser = new Browser(800, 600)) {
      browser.open(site.address() + "?" + page(strategy));
      browser.until("window.sent === true");

      awaitKnown();
      Answer joined =
          server.get("/v1/people/" + browser.evaluate("window.visitor") + "?anonymous=true");
      assertThat(joined.at("/profile/role/value")).as(joined.text()).isEqualTo("marketer");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private String page(String strategy) {
    return "host=%s&key=%s&person=%s&proof=%s&strategy=%s"
        .formatted(
            server.address().getAuthority(),
            RunningServer.CLIENT_KEY,
            person,
            HexFormat.of().formatHex(Hashes.hmac(RunningServer.PERSON_SECRET, person)),
            strategy);
  }

  /** SDKs send behind the caller's back; what they sent is known a moment later. */
  private void awaitKnown() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Answer known = server.get("/v1/people/" + person);
    while (!isComplete(known) && System.nanoTime() < end) {
      known = server.get("/v1/people/" + person);
    }
    assertThat(isComplete(known)).as(known.text()).isTrue();
  }

  private static boolean isComplete(Answer known) {
    JsonNode events = known.body().path("events");
    return known.at("/profile/role/value").equals("marketer")
        && events.findValuesAsText("event").contains("document.created")
        && events.findValuesAsText("event").contains("document.edited")
        && events.findValues("count").stream().allMatch(count -> count.asInt() == 1);
  }
}
