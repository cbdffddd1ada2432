package dev.attune.engine.publish.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.condition.ConditionText;
import dev.attune.engine.rule.condition.Conditions;
import dev.attune.engine.scenario.RulesFixture;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReleaseDiffTest {
  private static final Map<String, byte[]> BEFORE =
      RulesText.when("Feature( name == \"tone\", !adopted )\nProfile( role == \"marketer\" )");

  @Test
  void the_same_release_differs_in_nothing() {
    Content sample = RulesFixture.content();

    assertThat(ReleaseDiff.between(sample, sample).changes()).isEmpty();
  }

  @Test
  void spaces_comments_and_order_are_no_change() {
    Map<String, byte[]> after =
        replaced(
            "features/tone.drl",
            "    Feature( name == \"tone\", !adopted )\n    Profile( role == \"marketer\" )",
            "    Profile(   role  ==  \"marketer\" ) // first\n"
                + "    Feature( name ==\"tone\", !adopted )");

    assertThat(lines(after)).isEmpty();
  }

  @Test
  void a_rule_says_which_condition_came_and_went() {
    assertThat(lines(replaced("features/tone.drl", "role == \"marketer\"", "seats > 3")))
        .containsExactly(
            "rule \"features/try tone\": condition"
                + " Profile( role == \"marketer\" ) -> Profile( seats > 3 )");
  }

  @Test
  void a_rule_says_that_its_because_is_another() {
    assertThat(lines(replaced("features/tone.drl", "has not tried it", "never tried it")))
        .containsExactly(
            "rule \"features/try tone\": because \"has not tried it\" -> \"never tried it\"");
  }

  @Test
  void rules_come_and_go_by_name() {
    assertThat(lines(replaced("features/tone.drl", "rule \"try tone\"", "rule \"show tone\"")))
        .containsExactly("rule \"features/show tone\" added", "rule \"features/try tone\" removed");
  }

  @Test
  void a_segment_is_told_with_the_rule_that_derives_it() {
    Map<String, byte[]> after = new TreeMap<>(BEFORE);
    after.put(
        "shared/segments.drl",
        """
        package shared

        import dev.attune.engine.fact.*

        // Sells things.
        rule "marketers"
        when
            Profile( role == "marketer" )
        then
            insertLogical( new Segment( "marketers" ) );
        end
        """
            .getBytes(UTF_8));

    assertThat(lines(after))
        .containsExactly("rule \"shared/marketers\" added", "segment \"marketers\" added");
  }

  @Test
  void a_card_says_which_of_its_values_changed() {
    Map<String, byte[]> after =
        replaced("features/actions.yaml", "priority: 50", "priority: 60\n  cap: { lifetime: 4 }");
    after.putAll(
        Map.of(
            "features/actions.yaml",
            text(after, "features/actions.yaml").replace("Try tone", "Try it").getBytes(UTF_8)));

    assertThat(lines(after))
        .containsExactly(
            "card \"try-tone\": cap.lifetime added: 4",
            "card \"try-tone\": content.title Try tone -> Try it",
            "card \"try-tone\": priority 50 -> 60");
  }

  @Test
  void placements_and_the_vocabulary_are_compared_too() {
    Map<String, byte[]> after =
        replaced("placements.yaml", "sidebar: { size: 1", "sidebar: { size: 2");
    String vocabulary =
        text(after, "vocabulary.yaml")
            .replace("values: [marketer, engineer]", "values: [marketer, writer]")
            .replace("document.created: {}", "document.created: {}\n  document.shared: {}");
    after.put("vocabulary.yaml", vocabulary.getBytes(UTF_8));

    assertThat(lines(after))
        .containsExactly(
            "placement \"sidebar\": size 1 -> 2",
            "profile field \"role\": values engineer -> writer",
            "event \"document.shared\" added");
  }

  @Test
  void a_first_release_is_all_new() {
    ReleaseDiff first = ReleaseDiff.between(null, RulesText.read(BEFORE));

    assertThat(first.changes()).extracting(Change::how).containsOnly(Change.How.ADDED);
    assertThat(first.changedRules(RulesText.read(BEFORE))).hasSize(1);
  }

  @Test
  void every_condition_of_the_sample_can_be_told() {
    Content sample = RulesFixture.content();

    assertThat(sample.rules())
        .flatExtracting(rule -> rule.conditions())
        .allSatisfy(condition -> assertThat(ConditionText.of(condition)).contains("( "));
    assertThat(sample.rules())
        .flatExtracting(rule -> Conditions.patterns(rule.conditions()))
        .allSatisfy(pattern -> assertThat(ConditionText.of(pattern)).endsWith(")"));
  }

  private static Iterable<String> lines(Map<String, byte[]> after) {
    return ReleaseDiff.between(RulesText.read(BEFORE), RulesText.read(after)).changes().stream()
        .map(Change::toString)
        .toList();
  }

  private static Map<String, byte[]> replaced(String path, String from, String to) {
    assertThat(text(BEFORE, path)).contains(from);
    Map<String, byte[]> files = new TreeMap<>(BEFORE);
    files.put(path, text(BEFORE, path).replace(from, to).getBytes(UTF_8));
    return files;
  }

  private static String text(Map<String, byte[]> files, String path) {
    return new String(Objects.requireNonNull(files.get(path)), UTF_8);
  }
}
