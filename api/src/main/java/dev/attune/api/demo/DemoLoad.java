package dev.attune.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.demo.DemoPerson.Deed;
import dev.attune.api.demo.Story.Acceptance;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the sample's people into a running server: what they agreed to, who they are, what they
 * did, and what they were shown and accepted. Waits for answers, so it is not for an event loop.
 */
public final class DemoLoad {
  private final TrackingClient client;

  public DemoLoad(URI server, String key) {
    this.client = new TrackingClient(server, key);
  }

  /** Returns how many people there are now. */
  public int send(List<DemoPerson> people, Instant now) throws IOException, InterruptedException {
    for (DemoPerson person : people) {
      if (!person.consent().isEmpty()) client.agree(person.id(), person.consent());
    }
    List<Map<String, Object>> messages = new ArrayList<>();
    for (DemoPerson person : people) messages.addAll(messages(person, now));
    client.track(messages);
    for (DemoPerson person : people) {
      for (Acceptance acceptance : person.accepts()) accept(person.id(), acceptance);
    }
    return people.size();
  }

  private static List<Map<String, Object>> messages(DemoPerson person, Instant now) {
    List<Map<String, Object>> messages = new ArrayList<>();
    Map<String, Object> identify = message("identify", person, 0, now);
    identify.put("traits", person.traits());
    messages.add(identify);
    for (Deed deed : person.deeds()) {
      Map<String, Object> track = message("track", person, messages.size(), deed.at());
      track.put("event", deed.event());
      track.put("properties", deed.properties());
      messages.add(track);
    }
    return messages;
  }

  private static Map<String, Object> message(
      String type, DemoPerson person, int number, Instant at) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put("userId", person.id());
    message.put("messageId", "sample-" + person.id() + "-" + number);
    message.put("timestamp", at.toString());
    return message;
  }

  /** Lets the action be decided, shown and accepted, each by the call an app would make. */
  private void accept(String person, Acceptance acceptance)
      throws IOException, InterruptedException {
    JsonNode decision =
        client.call(
            "POST",
            "/v1/decisions",
            Map.of("userId", person, "placements", List.of(Map.of("id", acceptance.placement()))));
    if (!chose(decision, acceptance.action())) return;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("decisionId", decision.get("decisionId").asText());
    shown.put("action", acceptance.action());
    client.call("POST", "/v1/exposures", shown);
    shown.put("type", "accepted");
    client.call("POST", "/v1/outcomes", shown);
  }

  private static boolean chose(JsonNode decision, String action) {
    return decision.path("placements").findValuesAsText("action").contains(action);
  }
}
