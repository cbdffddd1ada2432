package dev.attune.engine.rule.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.LintCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

  @Test
  void the_authors_guide_lists_the_lints_in_their_order() throws IOException {
    String guide = Files.readString(Path.of("../rules/README.md"));
    String table = guide.substring(guide.indexOf("| lint |"));
    List<String> rows =
        table.substring(0, table.indexOf("\n\n")).lines().skip(2).map(LintsTest::code).toList();

    assertThat(rows).isEqualTo(Lints.codes());
  }

  private static String code(String row) {
    return row.substring(row.indexOf('`') + 1, row.indexOf('`', row.indexOf('`') + 1));
  }
}
