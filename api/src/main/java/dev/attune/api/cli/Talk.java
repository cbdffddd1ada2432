package dev.attune.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.api.onboarding.extract.WholeConversation;
import dev.attune.engine.profile.Extractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * One written-down conversation.
 *
 * @param asked the field each turn was asked about; empty where none was
 */
record Talk(String id, List<String> turns, List<Set<String>> asked) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SINGLE =
      List.of("role", "industry", "experience", "yearsExperience", "teamSize");

  /** Every line of a file; blank ones are passed over. */
  static List<Talk> readAll(Path file) throws IOException, WrongLine {
    List<Talk> talks = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) talks.add(of(lines.get(i), file, i + 1));
    }
    return talks;
  }

  private static Talk of(String text, Path file, int line) throws WrongLine {
    JsonNode item = json(text, file, line);
    JsonNode turns = item.path("turns");
    if (!item.path("id").isTextual() || !turns.isArray() || turns.isEmpty()) {
      throw new WrongLine(file, line, "needs an \"id\" and a list of \"turns\"");
    }
    List<String> said = new ArrayList<>();
    List<Set<String>> asked = new ArrayList<>();
    for (int turn = 0; turn < turns.size(); turn++) {
      if (!turns.get(turn).isTextual()) {
        throw new WrongLine(file, line, "turn " + (turn + 1) + " is no text");
      }
      JsonNode field = item.path("asked").path(turn);
      said.add(turns.get(turn).asText());
      asked.add(field.isTextual() ? Set.of(field.asText()) : Set.of());
    }
    return new Talk(item.path("id").asText(), said, asked);
  }

  private static JsonNode json(String text, Path file, int line) throws WrongLine {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new WrongLine(file, line, "is no JSON object");
    }
  }

  /**
   * The facts that stand after the last turn, as a line of JSON.
   *
   * @param micros gets how long each turn took
   */
  String read(Extractor extractor, Histogram micros) throws IOException {
    WholeConversation conversation = new WholeConversation(extractor, Set.of("goals"));
    for (int turn = 0; turn < turns.size(); turn++) {
      long before = System.nanoTime();
      conversation.hear(turns.get(turn), asked.get(turn));
      micros.recordValue((System.nanoTime() - before) / 1000);
    }
    return JSON.writeValueAsString(facts(conversation));
  }

  private ObjectNode facts(WholeConversation conversation) {
    ObjectNode facts = JSON.createObjectNode().put("id", id);
    for (String field : SINGLE) {
      Object value = conversation.noted().get(field);
      if (value instanceof Double number) facts.put(field, number.longValue());
      else facts.put(field, (String) value);
    }
    ArrayNode goals = facts.putArray("goals");
    if (conversation.noted().get("goals") instanceof Collection<?> several) {
      several.forEach(goal -> goals.add(goal.toString()));
    }
    ArrayNode declined = facts.putArray("declined");
    conversation.declined().forEach(declined::add);
    ObjectNode offered = facts.putObject("offered");
    conversation
        .offered()
        .forEach(
            (field, values) -> {
              ArrayNode choices = offered.putArray(field);
              values.forEach(value -> choices.add(value.value().toString()));
            });
    return facts;
  }
}
