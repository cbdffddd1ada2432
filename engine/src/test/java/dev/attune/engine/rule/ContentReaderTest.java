package dev.attune.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.AttentionWindow;
import dev.attune.engine.action.CoolDown;
import dev.attune.engine.action.Goal;
import dev.attune.engine.action.Kind;
import dev.attune.engine.action.Prior;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.PropertyType;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentReaderTest {
  private static final Path BENIGN = Path.of("src/test/resources/rules/benign");

  @Test
  void every_allowed_construct_passes_without_a_word() {
    Reading reading = ContentReader.read(BENIGN);

    assertThat(reading.diagnostics()).isEmpty();
    assertThat(reading).isInstanceOf(Reading.Read.class);
  }

  @Test
  void the_whole_folder_is_there_afterwards() {
    Content content = benign();

    assertThat(content.useCases()).extracting(UseCase::name).containsExactly("features", "shared");
    assertThat(content.cards()).hasSize(5);
    assertThat(content.vocabulary().events()).hasSize(6);
    assertThat(content.placements().attention().get(0).window()).isEqualTo(AttentionWindow.DAY);
    assertThat(content.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void a_use_case_has_at_most_a_thousand_rules() {
    Map<String, byte[]> files = RulesFolder.read(BENIGN, new Diagnostics());
    StringBuilder table =
        new StringBuilder("rule,intent,Activity draft.edited count >=,nudge,because\n");
    for (int i = 1; i < 1_000; i++)
      table.append("edits %d,Edits.,%d,try-tone,edits\n".formatted(i, i));
    files.put("features/table.csv", table.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(ContentReader.read(files).diagnostics())
        .filteredOn(Diagnostic::isError)
        .singleElement()
        .asString()
        .contains("more than 1000 rules in a use case. Make another of some");
  }

  @Test
  void a_profile_has_at_most_three_hundred_fields() {
    Map<String, byte[]> files = RulesFolder.read(BENIGN, new Diagnostics());
    String vocabulary = new String(files.get("vocabulary.yaml"), StandardCharsets.UTF_8);
    StringBuilder fields = new StringBuilder("profile:\n");
    for (int i = 0; i < 300; i++) fields.append("  more%d: { type: date }\n".formatted(i));
    String crowded = vocabulary.replaceFirst("profile:\n", fields.toString());
    files.put("vocabulary.yaml", crowded.getBytes(StandardCharsets.UTF_8));

    assertThat(ContentReader.read(files).diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly("vocabulary.yaml:303:3: more than 300 fields. Keep what rules ask for");
  }

  @Test
  void a_card_reads_as_it_is_written() {
    ActionCard card = card("trial-ending");

    assertThat(card.kind()).isEqualTo(Kind.MESSAGE);
    assertThat(card.value()).isEqualTo(2.5);
    assertThat(card.prior()).isEqualTo(new Prior(3, 10));
    assertThat(card.window().from()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(card.cap().per()).isEqualTo(Duration.ofDays(7));
    assertThat(card.coolDown())
        .isEqualTo(new CoolDown(Duration.ofHours(12), Duration.ofDays(14), Duration.ofDays(30)));
    assertThat(card.goal()).isEqualTo(new Goal("document.created", Duration.ofDays(7)));
    assertThat(card.content()).isEqualTo(Map.of("subject", "Your trial ends soon"));
    assertThat(card.declaredAt()).hasToString("features/actions.yaml:5:1");
  }

  @Test
  void a_rule_keeps_its_sentence_its_place_and_its_parts() {
    CheckedRule rule = rule("dates");

    assertThat(rule.ref().intent()).isEqualTo("Dates are compared by their ages.");
    assertThat(rule.ref().place()).hasToString("features/benign.drl:51:1");
    assertThat(rule.conditions()).hasSize(2);
    assertThat(rule.variables().names()).containsExactly("$left");
  }

  @Test
  void a_consequence_means_what_the_same_java_means() {
    Propose propose = (Propose) rule("arithmetic").consequences().get(0);
    Map<String, Object> bound = Map.of("$count", 4, "$seats", 2.0);

    assertThat(propose.because().value(bound::get)).isEqualTo("made 5 documents for 2.0 seats");
    assertThat(propose.with().get("documents").value(bound::get)).isEqualTo(5);
    assertThat(propose.with().get("share").value(bound::get)).isEqualTo(1.0);
    assertThat(propose.with().get("loud").value(bound::get)).isEqualTo(true);
  }

  @Test
  void a_date_gives_rules_its_two_ages() {
    var profile = new Properties(benign().vocabulary()).of(FactType.PROFILE);

    assertThat(profile.get("trialEndsAt").type()).isEqualTo(PropertyType.DATE);
    assertThat(profile.get("daysSinceTrialEndsAt").type()).isEqualTo(PropertyType.WHOLE);
    assertThat(profile.get("daysUntilTrialEndsAt").type()).isEqualTo(PropertyType.WHOLE);
  }

  @Test
  void a_folder_and_the_same_files_over_the_wire_are_one_content() {
    assertThat(((Reading.Read) ContentReader.read(RuleCase.benign())).content().hash())
        .isEqualTo(benign().hash());
  }

  @Test
  void one_changed_byte_changes_the_hash() {
    Map<String, byte[]> files = new TreeMap<>(RuleCase.benign());
    files.put("features/scenarios.yaml", "people: {}".getBytes(StandardCharsets.UTF_8));

    assertThat(((Reading.Read) ContentReader.read(files)).content().hash())
        .isNotEqualTo(benign().hash());
  }

  @Test
  void a_path_out_of_the_folder_is_refused() {
    Map<String, byte[]> files = new TreeMap<>(RuleCase.benign());
    files.put("../outside/evil.drl", new byte[0]);

    Reading reading = ContentReader.read(files);

    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(reading.diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly("../outside/evil.drl:1:1: no such file belongs to the rules");
  }

  @Test
  void an_empty_folder_says_what_is_missing() {
    List<Diagnostic> diagnostics = ContentReader.read(Map.of()).diagnostics();

    assertThat(diagnostics)
        .extracting(Diagnostic::toString)
        .containsExactly(
            "placements.yaml:1:1: the file is missing or refused",
            "vocabulary.yaml:1:1: the file is missing or refused");
  }

  @Test
  void what_is_too_much_to_list_is_counted() {
    String forms = "Nothing()\n".repeat(250);

    List<Diagnostic> diagnostics = ContentReader.read(RulesText.when(forms)).diagnostics();

    assertThat(diagnostics).hasSize(201);
    assertThat(diagnostics.get(200))
        .hasToString("features/tone.drl:209:5: 50 more mistakes follow. Mend those above first");
  }

  @Test
  void words_that_need_joiners_may_have_them() {
    Map<String, byte[]> files = new TreeMap<>(RuleCase.benign());
    String card = new String(files.get("features/actions.yaml"), StandardCharsets.UTF_8);
    String persian =
        card.replace("First steps", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
    files.put("features/actions.yaml", persian.getBytes(StandardCharsets.UTF_8));

    assertThat(ContentReader.read(files).diagnostics()).isEmpty();
  }

  private static Content benign() {
    return ((Reading.Read) ContentReader.read(BENIGN)).content();
  }

  private static ActionCard card(String id) {
    return benign().cards().get(id);
  }

  private static CheckedRule rule(String name) {
    return benign().useCases().stream()
        .flatMap(useCase -> useCase.files().stream())
        .flatMap(file -> file.rules().stream())
        .filter(rule -> rule.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
