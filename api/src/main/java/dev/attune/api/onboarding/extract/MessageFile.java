package dev.attune.api.onboarding.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads labelled messages, one JSON object a line. */
final class MessageFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MessageFile() {}

  static Message message(String line) {
    try {
      JsonNode message = JSON.readTree(line);
      return new Message(
          message.path("source").asText(),
          message.path("text").asText(),
          message.path("asked").asText(),
          values(message.path("role")),
          values(message.path("industry")),
          goals(message.path("goals")),
          goals(message.path("otherGoals")),
          message.path("refuses").asBoolean());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<@Nullable String> values(JsonNode listed) {
    List<@Nullable String> values = new ArrayList<>();
    listed.forEach(value -> values.add(value.isNull() ? null : value.asText()));
    if (values.isEmpty()) values.add(null);
    return values;
  }

  private static Set<String> goals(JsonNode listed) {
    Set<String> goals = new LinkedHashSet<>();
    listed.forEach(goal -> goals.add(goal.asText()));
    return goals;
  }
}
