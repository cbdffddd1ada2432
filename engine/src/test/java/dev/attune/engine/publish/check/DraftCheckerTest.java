package dev.attune.engine.publish.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.check.CheckResult.Failed;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.text.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftCheckerTest {
  private static final ReleaseCompiler COMPILER =
      ReleaseCompiler.ofFolder(Path.of("target", "built-drafts"));
  private static final ReleaseFiles UNPROVEN =
      ReleaseFiles.of(
          RulesText.when(
              "Profile( role == \"marketer\" )\nnot Activity( event == \"tone.applied\" )"));
  private static final String BOTH_WAYS =
      """
      people:
        ana: { profile: { role: marketer } }
      scenarios:
        - name: a marketer is shown it
          person: ana
          at: sidebar
          decides: { try-tone: has not tried it }
        - name: whoever applied a tone is left alone
          person: ana
          given: { activity: { tone.applied: 1 } }
          at: sidebar
          decides: {}
      """;

  private final DraftChecker called =
      new DraftChecker(COMPILER, DraftChecks.called(() -> List::of));
  private final DraftChecker folder =
      new DraftChecker(COMPILER, DraftChecks.folder(() -> List::of));

  @Test
  void a_draft_whose_scenarios_prove_its_rules_passes() {
    CheckResult result = called.check(with(BOTH_WAYS), null);

    assertThat(result.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    Passed passed = (Passed) result;
    assertThat(passed.draft().release().hash()).isEqualTo(with(BOTH_WAYS).hash());
    assertThat(passed.diff().changes()).isNotEmpty();
  }

  @Test
  void a_changed_rule_that_no_scenario_proves_is_refused_in_a_draft_and_told_in_a_folder() {
    CheckResult published = called.check(UNPROVEN, null);
    CheckResult edited = folder.check(UNPROVEN, null);

    assertThat(published).isInstanceOf(Failed.class);
    assertThat(lines(published, true))
        .containsExactly(
            "features/tone.drl:7:1: the changed rule \"try tone\" stands in no scenario. Write a"
                + " scenario in which it fires, and one in which it stays silent");
    assertThat(edited).isInstanceOf(Passed.class);
    assertThat(lines(edited, false)).hasSize(1);
  }

  @Test
  void a_rule_that_only_fires_is_not_proven() {
    String fires = BOTH_WAYS.substring(0, BOTH_WAYS.indexOf("  - name: whoever"));

    assertThat(lines(called.check(with(fires), null), true))
        .singleElement()
        .asString()
        .contains("is silent in no scenario. Write a scenario in which it stays silent");
  }

  @Test
  void a_scenario_that_asks_where_the_action_never_stands_proves_nothing() {
    String elsewhere =
        BOTH_WAYS
            .replace("at: sidebar", "at: other")
            .replace("{ try-tone: has not tried it }", "{}");

    assertThat(lines(called.check(with(elsewhere), null), true))
        .singleElement()
        .asString()
        .contains("the changed rule \"try tone\" fires in no scenario");
  }

  @Test
  void a_rule_that_did_not_change_needs_no_new_proof() {
    Passed live = (Passed) folder.check(UNPROVEN, null);

    CheckResult result =
        called.check(
            UNPROVEN.with("placements.yaml", replaced("placements.yaml", "size: 1", "size: 2")),
            live.draft().release().content());

    assertThat(result).isInstanceOf(Passed.class);
  }

  @Test
  void a_scenario_that_fails_refuses_on_both_ways_with_its_place() {
    ReleaseFiles wrong = with(BOTH_WAYS.replace("has not tried it }", "is new }"));

    for (DraftChecker way : new DraftChecker[] {called, folder}) {
      assertThat(lines(way.check(wrong, null), true))
          .singleElement()
          .asString()
          .startsWith("features/scenarios.yaml:4:5: ")
          .contains("scenario \"a marketer is shown it\" expects", "has not tried it");
    }
  }

  @Test
  void what_does_not_read_or_compile_is_told_with_line_and_column() {
    ReleaseFiles wrong =
        UNPROVEN.with(
            "features/tone.drl", replaced("features/tone.drl", "tone.applied", "tone.aplied"));

    assertThat(lines(called.check(wrong, null), true))
        .singleElement()
        .asString()
        .startsWith("features/tone.drl:")
        .contains("Maybe \"tone.applied\"?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{ event: tone.applied, times: 10000 }, { event: tone.applied, times: 10000 },"
            + " { event: tone.applied, times: 10000 }, { event: tone.applied, times: 10000 },"
            + " { event: tone.applied, times: 10000 }, { event: tone.applied, times: 10000 }]",
        "[{ event: tone.applied, day: 0-9999 }, { event: tone.applied, day: 0-9999 },"
            + " { event: tone.applied, day: 0-9999 }, { event: tone.applied, day: 0-9999 },"
            + " { event: tone.applied, day: 0-9999 }, { event: tone.applied, day: 0-9999 }]"
      })
  void scenarios_that_would_run_for_ever_are_refused(String timeline) {
    String endless =
        BOTH_WAYS + "  - { name: types very much, person: ana, timeline: " + timeline + " }\n";

    assertThat(lines(called.check(with(endless), null), true))
        .anySatisfy(line -> assertThat(line).contains("the scenarios have more than 50000 steps"));
  }

  private static ReleaseFiles with(String scenarios) {
    return UNPROVEN.with("features/scenarios.yaml", scenarios.getBytes(UTF_8));
  }

  private static byte[] replaced(String path, String from, String to) {
    String text = new String(UNPROVEN.file(path).orElseThrow(), UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(UTF_8);
  }

  private static Iterable<String> lines(@Nullable CheckResult result, boolean errors) {
    assertThat(result).isNotNull();
    return result.diagnostics().stream()
        .filter(each -> each.isError() == errors && (errors || each.code().equals("unproven")))
        .map(Diagnostic::toString)
        .toList();
  }
}
