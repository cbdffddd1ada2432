package dev.attune.engine.scenario;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
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
  /**
   * Reads the scenario files among content files.
   *
   * @param files by path relative to the rules folder
   */
  public static Scenarios read(Map<String, byte[]> files, Content content) {
    Diagnostics diagnostics = new Diagnostics();
    List<Scenario> all = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (path, bytes) -> {
              if (path.endsWith("/" + ContentPath.SCENARIOS))
                TextGate.open(path, bytes, diagnostics)
                    .ifPresent(text -> all.addAll(read(text, content, diagnostics)));
            });
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
