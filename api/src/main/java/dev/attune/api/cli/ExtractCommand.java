package dev.attune.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.api.onboarding.extract.EmbeddedExtractor;
import dev.attune.api.onboarding.extract.WholeConversation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune extract}: reads whole conversations and writes the facts that stand at the end. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = "Reads conversations and writes the facts that stand after the last turn.")
public final class ExtractCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SINGLE =
      List.of("role", "industry", "experience", "yearsExperience", "teamSize");

  @Option(
      names = "--in",
      required = true,
      description = "One conversation a line: {\"id\", \"turns\": [..], \"asked\": [..]}.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      description = "One line of facts for each conversation.")
  private Path out = Path.of("");

  @Option(names = "--lexicon-only", description = "Reads without the sentence encoder.")
  private boolean lexiconOnly;

  @Option(names = "--cache", description = "Where native libraries may be unpacked.")
  private Path cache = Path.of(System.getProperty("java.io.tmpdir"), "attune-natives");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    EmbeddedExtractor extractor =
        lexiconOnly ? EmbeddedExtractor.lexiconOnly() : EmbeddedExtractor.load(cache);
    say("%s, ready in %d ms", extractor.mode(), (System.nanoTime() - started) / 1_000_000);
    Histogram micros = new Histogram(3);
    try (BufferedWriter predictions = Files.newBufferedWriter(out)) {
      for (String line : Files.readAllLines(in)) {
        if (line.isBlank()) continue;
        predictions.write(JSON.writeValueAsString(read(extractor, JSON.readTree(line), micros)));
        predictions.newLine();
      }
    }
    say(
        "%d turns, p50 %.1f ms, p95 %.1f ms",
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(95) / 1000.0);
    return 0;
  }

  private static ObjectNode read(EmbeddedExtractor extractor, JsonNode item, Histogram micros) {
    WholeConversation conversation = new WholeConversation(extractor, Set.of("goals"));
    JsonNode turns = item.path("turns");
    for (int turn = 0; turn < turns.size(); turn++) {
      JsonNode asked = item.path("asked").path(turn);
      long before = System.nanoTime();
      conversation.hear(
          turns.get(turn).asText(), asked.isTextual() ? Set.of(asked.asText()) : Set.of());
      micros.recordValue((System.nanoTime() - before) / 1000);
    }
    return facts(item.path("id").asText(), conversation);
  }

  private static ObjectNode facts(String id, WholeConversation conversation) {
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

  private void say(String format, Object... values) {
    spec.commandLine().getErr().println(format.formatted(values));
  }
}
