package dev.attune.engine.rule.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Feature;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.ConditionVerdict.Form;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyNotTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final VisitContext EDITOR = new VisitContext(Map.of("page", "editor"));
  private static Release release;

  @BeforeAll
  static void compile(@TempDir Path cache) {
    Map<String, byte[]> rules =
        RulesText.when(
            """
            Profile( role == "marketer", seats >= 5 )
            Feature( name == "tone", !adopted, missedOpportunities >= 3 )
            not Item( kind == "draft", hoursIdle > 24 )
            accumulate( Activity( $each : count ); $all : sum( $each ); $all > 10 )""");
    release = ((Compiled) ReleaseCompiler.ofFolder(cache).compile(RulesText.read(rules))).release();
  }

  @Test
  void a_rule_that_matches_is_told_with_the_facts_it_matched() {
    Facts facts = facts(7, 4, 2, 11);

    List<Match> matches = release.matches(facts, EDITOR, Set.of("sidebar"));

    assertThat(matches).hasSize(1);
    Match match = matches.get(0);
    assertThat(match.rule().name()).isEqualTo("try tone");
    assertThat(match.facts())
        .extracting(MatchedFact::read)
        .containsExactly(
            Map.of("role", "marketer", "seats", 7.0),
            Map.of("name", "tone", "adopted", false, "missedOpportunities", 4));
    assertThat(verdict(facts).matched()).isTrue();
    assertThat(verdict(facts).stoppedBy()).isEmpty();
  }

  @Test
  void a_value_that_is_too_small_is_told_with_the_value_needed() {
    ConditionVerdict stop = verdict(facts(3, 4, 2, 11)).stoppedBy().orElseThrow();

    assertThat(stop.place()).hasToString("features/tone.drl:9:5");
    ConstraintVerdict failing = stop.failing().orElseThrow();
    assertThat(failing.place()).hasToString("features/tone.drl:9:34");
    assertThat(failing.text()).isEqualTo("seats >= 5");
    assertThat(failing.property()).isEqualTo("seats");
    assertThat(failing.actual()).isEqualTo(3.0);
    assertThat(failing.operator()).isEqualTo(">=");
    assertThat(failing.needed()).isEqualTo(5);
  }

  @Test
  void an_unknown_value_has_no_actual_value() {
    ConditionVerdict stop = verdict(facts(null, 4, 2, 11)).stoppedBy().orElseThrow();

    assertThat(stop.failing().orElseThrow().actual()).isNull();
  }

  @Test
  void the_first_condition_that_fails_stops_the_rule_however_many_follow() {
    RuleVerdict verdict = verdict(facts(7, 2, 30, 1));

    assertThat(verdict.conditions())
        .extracting(ConditionVerdict::holds)
        .containsExactly(true, false);
    ConstraintVerdict failing = verdict.stoppedBy().orElseThrow().failing().orElseThrow();
    assertThat(failing.text()).isEqualTo("missedOpportunities >= 3");
    assertThat(failing.actual()).isEqualTo(2);
  }

  @Test
  void a_fact_that_must_not_be_is_told_as_the_one_in_the_way() {
    ConditionVerdict stop = verdict(facts(7, 4, 30, 11)).stoppedBy().orElseThrow();

    assertThat(stop.form()).isEqualTo(Form.NONE_OF);
    assertThat(stop.passing()).isEqualTo(1);
    assertThat(stop.constraints())
        .extracting(ConstraintVerdict::actual)
        .containsExactly("draft", 30);
  }

  @Test
  void a_total_that_is_too_small_is_told_with_its_value() {
    ConditionVerdict stop = verdict(facts(7, 4, 2, 6)).stoppedBy().orElseThrow();

    assertThat(stop.form()).isEqualTo(Form.TOTAL);
    ConstraintVerdict failing = stop.failing().orElseThrow();
    assertThat(failing.property()).isEqualTo("$all");
    assertThat(failing.actual()).isEqualTo(6);
    assertThat(failing.needed()).isEqualTo(10);
  }

  @Test
  void every_verdict_agrees_with_the_evaluation() {
    for (Integer seats : new Integer[] {null, 3, 7}) {
      for (int missed : new int[] {2, 4}) {
        for (int idle : new int[] {2, 30}) {
          for (int count : new int[] {6, 11}) {
            Facts facts = facts(seats, missed, idle, count);

            boolean proposed =
                !release.evaluate(facts, EDITOR, Set.of("sidebar")).candidates().isEmpty();

            assertThat(verdict(facts).matched()).isEqualTo(proposed);
          }
        }
      }
    }
  }

  @Test
  void an_action_is_not_even_looked_for_where_it_may_not_stand() {
    assertThat(release.evaluate(facts(7, 4, 2, 11), EDITOR, Set.of("other")).candidates())
        .isEmpty();
  }

  private static RuleVerdict verdict(Facts facts) {
    return release.whyNot(facts, EDITOR, "try-tone").get(0);
  }

  private static Facts facts(Integer seats, int missed, int idle, int count) {
    Provenance said = Provenance.of(Source.DECLARED, NOW);
    ProfileValue role = new ProfileValue("marketer", said);
    return new Facts(
        PersonId.user("ana"),
        NOW,
        ZoneOffset.UTC,
        seats == null
            ? Map.of("role", role)
            : Map.of("role", role, "seats", new ProfileValue((double) seats, said)),
        List.of(new Activity("document.created", count, 0, 0, 9, 3)),
        List.of(new Feature("tone", false, false, missed, 0, true)),
        List.of(new Item("draft", "d1", "Launch", "open", idle)),
        List.of());
  }
}
