package dev.attune.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.text.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused, where, and what is said about it; each case is data. */
class RuleCasesTest {
  static List<RuleCase> hostile() {
    return RuleCase.all("hostile");
  }

  static List<RuleCase> broken() {
    return RuleCase.all("broken");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_rule_is_refused_at_its_place(RuleCase hostile) {
    Reading reading = ContentReader.read(hostile.folder());

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(printed(reading)).isEqualTo(hostile.expected());
  }

  @ParameterizedTest
  @MethodSource("broken")
  void a_mistake_is_told_in_the_authors_words_at_its_place(RuleCase broken) {
    Reading reading = ContentReader.read(broken.folder());

    assertThat(printed(reading)).isEqualTo(broken.expected());
  }

  @Test
  void there_are_hostile_rules_of_every_family() {
    assertThat(hostile()).hasSizeGreaterThanOrEqualTo(110);
  }

  private static List<String> printed(Reading reading) {
    assertThat(reading.diagnostics()).isNotEmpty().allSatisfy(RuleCasesTest::hasAPlace);
    return reading.diagnostics().stream().map(Diagnostic::toString).toList();
  }

  private static void hasAPlace(Diagnostic diagnostic) {
    assertThat(diagnostic.place().line()).isPositive();
    assertThat(diagnostic.place().column()).isPositive();
  }
}
