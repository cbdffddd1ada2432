package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import com.sun.net.httpserver.HttpServer;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.browser.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
  @Tag("browser")
  void segments_browser_sdk_sends_unchanged() throws Exception {
    Path bundle =
        NodeClients.install("segment-browser")
            .resolve("node_modules/@segment/analytics-next/dist/umd/standalone.js");
    HttpServer site = site(bundle);
    try (Browser browser = new Browser(800, 600)) {
      browser.open("http://127.0.0.1:" + site.getAddress().getPort() + "/");
      browser.until("window.sent === true");

      awaitKnown();
    } finally {
      site.stop(0);
    }
  }

  /** Another origin than the server's, as a product's pages are. */
  private HttpServer site(Path bundle) throws IOException {
    String page =
        """
        <!doctype html><meta charset="utf-8"><title>A product</title>
        <script>
          window.analytics = []; analytics.initialize = true;
          analytics._writeKey = '%s'; analytics._cdn = '%s';
        </script>
        <script src="/standalone.js"></script>
        <script type="module">
          const analytics = window.AnalyticsNext.AnalyticsBrowser.load(
            { writeKey: '%s', cdnURL: '%s' },
            { integrations: { 'Segment.io': { apiHost: '%s/v1', protocol: 'http' } } });
          await analytics.identify('%s', { role: 'marketer' });
          await analytics.track('document.created', { documentId: 'one' });
          await analytics.track('document.edited', { documentId: 'one' });
          window.sent = true;
        </script>
        """
            .formatted(
                RunningServer.CLIENT_KEY,
                server.address(),
                RunningServer.CLIENT_KEY,
                server.address(),
                server.address().getAuthority(),
                person);
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(site, "/", "text/html", page.getBytes(StandardCharsets.UTF_8));
    serve(site, "/standalone.js", "text/javascript", Files.readAllBytes(bundle));
    site.start();
    return site;
  }

  private static void serve(HttpServer site, String path, String type, byte[] content) {
    site.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
  }

  /** SDKs send behind the caller's back; what they sent is known a moment later. */
  private void awaitKnown() {
    Instant end = Instant.now().plus(Duration.ofSeconds(15));
    Answer known = server.get("/v1/people/" + person);
    while (!isComplete(known) && Instant.now().isBefore(end)) {
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
