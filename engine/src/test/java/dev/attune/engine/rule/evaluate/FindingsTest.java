package dev.attune.engine.rule.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules have found in facts that stay is remembered, and nobody can tell from the answer. */
class FindingsTest {
  private static final int PEOPLE = 100;
  private static final int VISITS = 8;

  @Test
  void visit_after_visit_the_answer_is_that_of_somebody_never_seen_before(@TempDir Path cache) {
    Release release = release(cache);
    RandomFacts random = new RandomFacts(3);
    int candidates = 0;
    for (int i = 0; i < PEOPLE; i++) {
      Facts person = random.person();
      for (int j = 0; j < VISITS; j++) {
        Facts now = withItemsOf(random.person(), person);
        VisitContext visit = random.visit();
        Set<String> placements = Set.of(SmallWorld.PLACEMENTS.get(j % 2));

        assertThat(release.explain(now, visit, placements))
            .isEqualTo(release.explain(neverSeen(now), visit, placements));
        Evaluation plain = release.evaluate(now, visit, placements);
        assertThat(plain).isEqualTo(release.evaluate(neverSeen(now), visit, placements));
        candidates += plain.candidates().size();
      }
    }
    assertThat(candidates).isGreaterThan(PEOPLE);
  }

  /** 33 times 33 ways to propose, and each says something else. */
  @Test
  void too_many_proposals_are_an_overrun_however_often_they_are_asked_for(@TempDir Path cache) {
    String rule =
        """
        // The sentence above the rule.
        rule "try tone"
        when
            Activity( $a : count )
            Activity( $b : count )
        then
            decisions.nudge( "try-tone" ).because( "did it " + $a + " and " + $b + " times" );
        end
        """;
    Content content = RulesText.read(RulesText.rules(rule));
    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(content);
    Release release = ((CompileResult.Compiled) result).release();
    List<Activity> activities = new ArrayList<>();
    for (int i = 0; i < 33; i++) activities.add(new Activity("e" + i, i, 0, 0, 0, 0));
    Facts busy =
        new Facts(
            PersonId.user("ana"),
            Instant.parse("2026-01-15T12:00:00Z"),
            ZoneOffset.UTC,
            Map.of(),
            activities,
            List.of(),
            List.of(),
            List.of());

    for (int i = 0; i < 2; i++) {
      Evaluation evaluation = release.evaluate(busy, VisitContext.EMPTY, Set.of("sidebar"));
      assertThat(evaluation.limitHit()).isTrue();
      assertThat(evaluation.candidates()).isEmpty();
    }
  }

  private static Facts withItemsOf(Facts other, Facts person) {
    return new Facts(person.person(), person.now(), person.zone(), person.daily(), other.items());
  }

  private static Facts neverSeen(Facts person) {
    return new Facts(
        person.person(),
        person.now(),
        person.zone(),
        person.profile(),
        person.activities(),
        person.features(),
        person.items(),
        person.exposures());
  }

  private static Release release(Path cache) {
    RandomRules rules = new RandomRules(17);
    List<UseCase> useCases = new ArrayList<>(List.of(rules.shared()));
    for (int i = 0; i < 3; i++) useCases.add(rules.useCase("case" + i, 40));
    Content content = SmallWorld.content("remembers", useCases);
    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(content);
    assertThat(result.diagnostics()).isEmpty();
    return ((CompileResult.Compiled) result).release();
  }
}
