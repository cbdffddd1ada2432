package dev.attune.engine.rule.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of {@code benign-forms.txt} passes the gates, fires, and means one thing. */
class BenignFormsTest {
  private static final Path RULES = Path.of("src/test/resources/rules");
  private static final int PEOPLE = 400;
  private static final String HEAD =
      """
      package forms

      import dev.attune.engine.fact.*
      global dev.attune.engine.action.Decisions decisions
      """;
  private static final String NUDGE = "decisions.nudge( \"try-tone\" ).because( \"so\" );";

  @TempDir private Path cache;

  @Test
  void forms_authors_may_write_pass_and_fire_and_both_lanes_agree() throws IOException {
    Map<String, String> forms = forms();
    Release release = release(forms);
    SampleFacts sample = new SampleFacts(release.content());
    Set<String> placements = release.content().placements().byId().keySet();
    Set<String> fired = new TreeSet<>();

    for (int i = 0; i < PEOPLE; i++) {
      Facts facts = sample.person();
      VisitContext visit = sample.visit();
      Set<String> walked = proposed(release.evaluate(facts, visit, placements));
      assertThat(walked).isEqualTo(proposed(release.verify(facts, visit, placements)));
      walked.forEach(each -> fired.add(each.substring(0, each.indexOf(':'))));
    }

    assertThat(fired).containsAll(forms.keySet());
    assertThat(release.mayBlock()).as("some form cannot be walked, and so not explained").isFalse();
  }

  /** Each proposal with its rule and its reason. */
  private static Set<String> proposed(Evaluation evaluation) {
    Set<String> proposed = new TreeSet<>();
    evaluation
        .candidates()
        .forEach(each -> proposed.add(each.rule().name() + ": " + each.because() + each.with()));
    return proposed;
  }

  private Release release(Map<String, String> forms) {
    StringBuilder drl = new StringBuilder(HEAD);
    forms.forEach((name, form) -> drl.append(rule(name, form)));
    Map<String, byte[]> files =
        new TreeMap<>(RulesFolder.read(RULES.resolve("benign"), new Diagnostics()));
    files.put("forms/forms.drl", drl.toString().getBytes(UTF_8));
    Reading reading = ContentReader.read(files);
    assertThat(reading.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(((Read) reading).content());
    assertThat(result.diagnostics()).isEmpty();
    return ((Compiled) result).release();
  }

  private static String rule(String name, String form) {
    String[] parts = form.split("\n---\n");
    return "\n// A form.\nrule \"%s\"\nwhen\n%s\nthen\n%s\nend\n"
        .formatted(name, parts[0], parts.length > 1 ? parts[1] : NUDGE);
  }

  private static Map<String, String> forms() throws IOException {
    Map<String, String> forms = new TreeMap<>();
    String text = Files.readString(RULES.resolve("benign-forms.txt"));
    Stream.of(text.split("(?m)^== "))
        .skip(1)
        .forEach(
            each -> {
              int line = each.indexOf('\n');
              forms.put(each.substring(0, line), each.substring(line).strip());
            });
    return forms;
  }
}
