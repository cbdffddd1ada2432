package dev.attune.engine.scenario;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.TextGate;
import dev.attune.engine.text.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All scenarios of a rules folder.
 *
 * @param all of the files without errors, in the files' order
 * @param diagnostics what is wrong with them, by place
 */
public record Scenarios(List<Scenario> all, List<Diagnostic> diagnostics) {
  /** Steps of a folder's scenarios: more than anybody writes, few enough to run in seconds. */
  static final int MOST_STEPS = 50_000;

  static final String TOO_LONG = "the scenarios have more than " + MOST_STEPS + " steps in all";

  /**
   * Reads the scenario files among content files.
   *
   * @param files by path relative to the rules folder
   */
  public static Scenarios read(Map<String, byte[]> files, Content content) {
    Diagnostics diagnostics = new Diagnostics();
    List<Scenario> all = new ArrayList<>();
    long steps = 0;
    for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
      if (!file.getKey().endsWith("/" + ContentPath.SCENARIOS)) continue;
      List<Scenario> read =
          TextGate.open(file.getKey(), file.getValue(), diagnostics)
              .map(text -> read(text, content, diagnostics))
              .orElse(List.of());
      steps += read.stream().mapToLong(Scenario::weight).sum();
      if (steps > MOST_STEPS) {
        diagnostics.error(new Place(file.getKey(), 1, 1), "too-long", TOO_LONG);
        break;
      }
      all.addAll(read);
    }
    return new Scenarios(List.copyOf(all), diagnostics.sorted());
  }

  /**
   * Reads the scenario files of a folder on disk.
   *
   * @throws java.io.UncheckedIOException when the folder cannot be read
   */
  public static Scenarios read(Path folder, Content content) {
    return read(RulesFolder.read(folder, new Diagnostics()), content);
  }

  private static List<Scenario> read(SourceText text, Content content, Diagnostics gathered) {
    Diagnostics diagnostics = new Diagnostics();
    List<Scenario> scenarios =
        YamlReader.read(text, diagnostics)
            .map(document -> new ScenarioReader(content, diagnostics).read(document))
            .orElse(List.of());
    gathered.addAll(diagnostics.sorted());
    return diagnostics.hasErrors() ? List.of() : scenarios;
  }
}
