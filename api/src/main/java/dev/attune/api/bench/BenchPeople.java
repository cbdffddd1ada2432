package dev.attune.api.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.demo.TrackingClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * People with 30 facts each: a profile of 60 fields, a visit, 15 counters, 5 exposures and the 8
 * segments they are in on average. The same number gives the same people.
 */
final class BenchPeople {
  private final List<Map<String, Object>> messages = new ArrayList<>();
  private final int count;

  BenchPeople(int count, Instant now) {
    this.count = count;
    for (int i = 0; i < count; i++) tell(i, now);
  }

  static String id(int number) {
    return "person-" + number;
  }

  /** Brings them in by the calls apps use, their exposures included. */
  void load(TrackingClient client) throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) client.agree(id(i), List.of("personalisation"));
    client.track(messages);
    for (int i = 0; i < count; i++) show(client, id(i));
  }

  private void tell(int number, Instant now) {
    Random luck = new Random(number);
    Map<String, Object> traits = new LinkedHashMap<>();
    for (int i = 0; i < BenchRules.FIELDS; i++) {
      traits.put("a" + i, i % 2 == 0 ? "v" + luck.nextInt(4) : (Object) luck.nextInt(100));
    }
    message("identify", number, now).put("traits", traits);
    for (int event = 0; event < BenchRules.EVENTS; event++) {
      int times = 1 + luck.nextInt(3);
      for (int i = 0; i < times; i++) {
        Instant at = now.minus(Duration.ofHours(1 + luck.nextInt(24 * 14)));
        message("track", number, at).put("event", "thing" + event + ".done");
      }
    }
  }

  private Map<String, Object> message(String type, int number, Instant at) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put("userId", id(number));
    message.put("messageId", "bench-" + messages.size());
    message.put("timestamp", at.toString());
    messages.add(message);
    return message;
  }

  private static void show(TrackingClient client, String person)
      throws IOException, InterruptedException {
    JsonNode decision =
        client.call(
            "POST",
            "/v1/decisions",
            Map.of("userId", person, "placements", List.of(Map.of("id", "start"))));
    String id = decision.get("decisionId").asText();
    for (int i = 0; i < BenchRules.SEEN; i++) {
      client.call("POST", "/v1/exposures", Map.of("decisionId", id, "action", "seen-" + i));
    }
  }
}
