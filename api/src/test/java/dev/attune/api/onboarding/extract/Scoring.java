package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.api.cli.ExtractCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Runs labelled conversations through {@code attune extract}. */
final class Scoring {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Scoring() {}

  /**
   * Reads conversations as {@code attune extract} does.
   *
   * @param folder where the predictions go
   */
  static Score of(Path conversations, Path folder, String... options) {
    try {
      Path out = folder.resolve("predictions.jsonl");
      List<String> arguments = new ArrayList<>(List.of(options));
      arguments.addAll(List.of("--in", conversations.toString(), "--out", out.toString()));
      assertThat(new CommandLine(new ExtractCommand()).execute(arguments.toArray(String[]::new)))
          .isZero();
      Map<String, JsonNode> predicted = new HashMap<>();
      for (JsonNode line : lines(out)) predicted.put(line.path("id").asText(), line);
      Score score = new Score();
      for (JsonNode item : lines(conversations)) {
        score.add(item, predicted.get(item.path("id").asText()));
      }
      return score;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
