package dev.attune.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RulesFixture;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissesTest {
  private static final Release RELEASE = RulesFixture.release();
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void what_never_happened_has_no_time_that_could_be_compared() {
    assertThat(sentences("ask-referral", Map.of()))
        .containsExactly("Activity lead.won: daysSinceLast is unknown, needs <= 3");
  }

  @Test
  void what_never_happened_has_happened_zero_times() {
    assertThat(sentences("review-losses", Map.of()))
        .containsExactly("Activity lead.lost: last30Days is 0, needs >= 5");
  }

  @Test
  void a_fact_that_falls_short_is_named() {
    assertThat(sentences("try-tone-suggestions", counted("sentence.rewritten")))
        .containsExactly("Feature tone-suggestions: missedOpportunities is 1, needs >= 3");
  }

  @Test
  void what_is_in_the_way_is_named() {
    assertThat(sentences("step-first-document", counted("document.created")).get(0))
        .startsWith("there is an Activity document.created");
  }

  private static Map<String, Counter> counted(String event) {
    return Map.of(event, Counter.once(event, NOW));
  }

  private static List<String> sentences(String action, Map<String, Counter> counters) {
    Known nobody = Known.nothing(PersonId.user("ana"));
    Known known =
        new Known(
            nobody.person(),
            ZoneOffset.UTC,
            new Consent(Map.of(Purpose.PERSONALISATION, true)),
            Map.of(),
            counters,
            Map.of(),
            Map.of(),
            nobody.attention());
    Facts facts = Snapshot.of(known, RELEASE.content().vocabulary(), NOW);
    WrittenRules rules = WrittenRules.of(RELEASE.content());
    return new Misses(RELEASE, rules, facts, VisitContext.EMPTY)
        .of(action).stream().map(Miss::sentence).toList();
  }
}
