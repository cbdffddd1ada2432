package dev.attune.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the authors' guide says is so: its files run, its examples pass, its refusals are refused.
 */
class AuthorsGuideTest {
  private static final Path RULES = Path.of("../rules");
  private static final Pattern FILE =
      Pattern.compile("(?ms)^```\\w+ (?<path>[\\w./]+)\\n(?<text>.*?)^```$");
  private static final String RULE =
      """
      package home
      import dev.attune.engine.fact.*
      global dev.attune.engine.action.Decisions decisions
      // An example.
      rule "example of the guide" when
      %s
      then
      decisions.module( "explore-templates" ).because( "so" );
      end
      """;

  @TempDir private Path cache;

  static List<String> examples() {
    return cells("\\| [^|]+ \\| `(?<cell>(?:[^`])+)` \\|", "| to say | write |");
  }

  static List<String> refused() {
    return cells("\\| `(?<cell>(?:[^`])+)` \\| .* \\|", "| refused | write instead |");
  }

  @Test
  void the_ten_minutes_lead_to_a_live_nudge() {
    Map<String, byte[]> files = withGuide();

    Reading reading = ContentReader.read(files);
    assertThat(printed(reading)).isEmpty();
    Content content = ((Reading.Read) reading).content();
    Compiled compiled = (Compiled) ReleaseCompiler.ofFolder(cache).compile(own(content));
    Scenarios scenarios = Scenarios.read(files, content);
    assertThat(scenarios.diagnostics()).isEmpty();
    List<Scenario> proof =
        scenarios.all().stream()
            .filter(each -> each.place().file().equals("sharing/scenarios.yaml"))
            .toList();

    assertThat(proof).hasSize(2);
    assertThat(new ScenarioRunner(compiled.release(), Coverage.NONE).run(proof))
        .allSatisfy(each -> assertThat(each.mismatches()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_allowed(String example) {
    assertThat(ContentReader.read(with(example))).isInstanceOf(Reading.Read.class);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_is_said_to_be_refused_is(String example) {
    assertThat(ContentReader.read(with(example))).isInstanceOf(Reading.Refused.class);
  }

  /** The guide's own rules and the segments they ask for; the others only cost time here. */
  private static Content own(Content content) {
    return new Content(
        content.vocabulary(),
        content.placements(),
        content.cards(),
        content.useCases().stream()
            .filter(each -> each.isShared() || each.name().equals("sharing"))
            .toList(),
        content.hash());
  }

  /** The sample with the files of the guide, the vocabulary's new line among its events. */
  private static Map<String, byte[]> withGuide() {
    Map<String, byte[]> files = sample();
    FILE.matcher(guide())
        .results()
        .forEach(
            block -> {
              String path = block.group(1);
              String text = block.group(2);
              files.put(path, path.equals("vocabulary.yaml") ? vocabulary(text) : bytes(text));
            });
    return files;
  }

  private static byte[] vocabulary(String line) {
    String declared = new String(sample().get("vocabulary.yaml"), StandardCharsets.UTF_8);
    return bytes(declared.replace("\nevents:\n", "\nevents:\n" + line));
  }

  private static Map<String, byte[]> with(String condition) {
    Map<String, byte[]> files = sample();
    files.put("home/example.drl", bytes(RULE.formatted(condition)));
    return files;
  }

  private static Map<String, byte[]> sample() {
    return new TreeMap<>(RulesFolder.read(RULES, new Diagnostics()));
  }

  /** The examples of the table with this head. */
  private static List<String> cells(String row, String head) {
    String table = guide().substring(guide().indexOf(head) + head.length());
    return Pattern.compile("(?m)^" + row + "$")
        .matcher(table.substring(0, table.indexOf("\n\n")))
        .results()
        .map(each -> each.group(1).replace("\\|", "|"))
        .toList();
  }

  private static List<String> printed(Reading reading) {
    return reading.diagnostics().stream().map(Diagnostic::toString).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String guide() {
    try {
      return Files.readString(RULES.resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
