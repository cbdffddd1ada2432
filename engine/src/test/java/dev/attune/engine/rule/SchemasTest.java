package dev.attune.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.YamlReader;
import dev.attune.engine.text.YamlValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas editors complete from say what the readers say. */
class SchemasTest {
  private static final Path RULES = Path.of("../rules");
  private static final Path BENIGN = Path.of("src/test/resources/rules/benign");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** What a schema can see: the shape of one file, not the names in others. */
  private static final Set<String> SHAPE =
      Set.of("unknown-key", "wrong-type", "missing-key", "unknown-value", "values", "cap");

  static List<Path> accepted() {
    return Stream.of(RULES, BENIGN).flatMap(SchemasTest::yaml).toList();
  }

  static List<RuleCase> misshapen() {
    return Stream.of("broken", "hostile")
        .flatMap(folder -> RuleCase.all(folder).stream())
        .filter(each -> each.path().endsWith(".yaml"))
        .filter(SchemasTest::isMisshapen)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void a_file_that_reads_well_is_accepted(Path file) throws IOException {
    assertThat(errors(file.getFileName().toString(), Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("misshapen")
  void a_shape_the_readers_refuse_is_refused(RuleCase each) {
    String text = new String(each.content(), StandardCharsets.UTF_8);

    assertThat(errors(Path.of(each.path()).getFileName().toString(), text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "peoples: {}",
        "people: { ana: { profil: {} } }",
        "people: { ana: { features: { tone: { adoptd: true } } } }",
        "people: { ana: { items: [{ id: a }] } }",
        "scenarios: [{ person: ana, at: home.grid, decides: {} }]",
        "scenarios: [{ name: a, person: ana, at: home.grid, suppresses: { tone: CAPED } }]",
        "scenarios: [{ name: a, person: ana, timeline: [{ day: soon, at: home.grid }] }]",
        "now: yesterday",
      })
  void a_scenario_nobody_could_run_is_refused(String text) {
    assertThat(errors("scenarios.yaml", text)).isNotEmpty();
  }

  private static boolean isMisshapen(RuleCase each) {
    return ContentReader.read(each.folder()).diagnostics().stream()
        .filter(diagnostic -> diagnostic.place().file().equals(each.path()))
        .map(Diagnostic::code)
        .anyMatch(SHAPE::contains);
  }

  private static List<Error> errors(String file, String text) {
    SourceText source = new SourceText(file, text);
    var tree = YamlReader.read(source, new Diagnostics()).orElseThrow();
    JsonNode document = new ObjectMapper().valueToTree(YamlValue.map(tree));
    return schema(file).validate(document);
  }

  private static Schema schema(String file) {
    try {
      return REGISTRY.getSchema(
          Files.readString(RULES.resolve(".schemas").resolve(file.replace(".yaml", ".json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> yaml(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
