package dev.attune.engine.rule.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.LintCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LintsTest {
  private static final Set<String> SPOKEN = LintCases.codes();

  static Iterable<String> codes() {
    return Lints.codes();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void every_lint_has_a_case_that_makes_it_speak(String code) {
    assertThat(SPOKEN).contains(code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void every_lint_stands_in_the_authors_guide(String code) throws IOException {
    assertThat(Files.readString(Path.of("../rules/README.md"))).contains("| `" + code + "` |");
  }
}
