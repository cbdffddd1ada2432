package dev.attune.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RulesCommandsTest {
  private final StringWriter out = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void aCopyOfTheRules() throws IOException {
    Path rules = Path.of("..", "rules");
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(rules.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(copy);
        else Files.copy(file, copy);
      }
    }
  }

  @Test
  void lint_counts_what_is_right() {
    assertThat(attune("lint", folder.toString())).isZero();
    assertThat(out.toString()).contains("rules, ").contains("no errors");
  }

  @Test
  void lint_names_every_mistake_at_its_place() throws IOException {
    Path file = folder.resolve("features/scenarios.yaml");
    Files.writeString(file, Files.readString(file).replace("at: editor.tour", "at: editor.tor"));

    assertThat(attune("lint", folder.toString())).isOne();
    assertThat(out.toString())
        .contains("features/scenarios.yaml:")
        .contains("unknown placement \"editor.tor\". Maybe \"editor.tour\"?");
  }

  @Test
  void test_says_expected_actual_and_why_of_a_failing_scenario() throws IOException {
    Path file = folder.resolve("features/scenarios.yaml");
    Files.writeString(
        file, Files.readString(file).replace("missedOpportunities: 2", "missedOpportunities: 1"));

    assertThat(attune("test", folder.toString(), "--data", folder.resolve("data").toString()))
        .isOne();
    assertThat(out.toString())
        .contains("expected: decides try-version-history")
        .contains("actual:   decided nothing")
        .contains(
            "try-version-history is NOT_ELIGIBLE: Feature version-history: missedOpportunities is 1")
        .contains("features/nudges.drl:");
  }

  @Test
  void types_writes_what_editors_complete_from_and_the_rules_stay_as_they_are() throws Exception {
    assertThat(attune("types", folder.toString())).isZero();

    Path source = folder.resolve("src/main/java/dev/attune/engine/fact/Profile.java");
    assertThat(source).content().contains("class Profile", "String getRole()");
    URL[] classes = {folder.resolve("target/classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, null)) {
      Class<?> profile = loader.loadClass("dev.attune.engine.fact.Profile");
      Class<?> feature = loader.loadClass("dev.attune.engine.fact.Feature");
      assertThat(profile.getMethod("getDaysUntilTrialEndsAt").getReturnType())
          .isEqualTo(Integer.class);
      assertThat(feature.getMethod("isAdopted").getReturnType()).isEqualTo(boolean.class);
    }
    out.getBuffer().setLength(0);
    assertThat(attune("lint", folder.toString())).isZero();
    assertThat(out.toString()).doesNotContain("warning", "not read");
  }

  @Test
  void a_folder_that_is_not_there_is_wrong_usage() {
    for (String command : List.of("lint", "test", "types")) {
      assertThat(attune(command, folder.resolve("none").toString())).isEqualTo(2);
      assertThat(out.toString()).contains("there is no such folder. Name the rules folder");
    }
  }

  private int attune(String... arguments) {
    return new CommandLine(new AttuneCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(arguments);
  }
}
