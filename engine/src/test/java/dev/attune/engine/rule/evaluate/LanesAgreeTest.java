package dev.attune.engine.rule.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walking rules gives what the rule engine's own sessions give, for every allowed construct. */
class LanesAgreeTest {
  private static final int USE_CASES = 5;
  private static final int RULES = 40;
  private static final int PEOPLE = 500;
  private static final Set<String> EVERYWHERE = Set.copyOf(SmallWorld.PLACEMENTS);

  @Test
  void a_hundred_thousand_comparisons_show_no_difference(@TempDir Path cache) {
    Release release = release(cache);
    RandomFacts people = new RandomFacts(11);

    int candidates = 0;
    int comparisons = 0;
    for (int i = 0; i < PEOPLE; i++) {
      Facts facts = people.person();
      VisitContext visit = people.visit();

      Evaluation walked = release.evaluate(facts, visit, EVERYWHERE);
      Evaluation fired = release.verify(facts, visit, EVERYWHERE);

      assertThat(walked.segments()).containsExactlyInAnyOrderElementsOf(fired.segments());
      assertThat(walked.candidates()).as("%s %s", facts, visit).isEqualTo(fired.candidates());
      candidates += fired.candidates().size();
      comparisons += USE_CASES * RULES + 12;
    }
    assertThat(release.mayBlock()).isFalse();
    assertThat(comparisons).isGreaterThan(100_000);
    assertThat(candidates).isGreaterThan(PEOPLE);
  }

  private static Release release(Path cache) {
    RandomRules rules = new RandomRules(5);
    List<UseCase> useCases = new ArrayList<>(List.of(rules.shared()));
    for (int i = 0; i < USE_CASES; i++) useCases.add(rules.useCase("case" + i, RULES));
    Content content = SmallWorld.content("agree", useCases);
    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(content);
    assertThat(result.diagnostics()).isEmpty();
    return ((CompileResult.Compiled) result).release();
  }
}
