package dev.attune.engine.rule.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.evaluate.RuleVerdict;
import dev.attune.engine.scenario.RulesFixture;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's own rules, on invented people with many facts. */
class SampleRulesTest {
  private static final int PEOPLE = 300;

  @Test
  void all_are_walked_and_agree_with_sessions_and_with_their_own_explanation(@TempDir Path cache) {
    Content content = RulesFixture.content();
    CompileResult result = ReleaseCompiler.ofFolder(cache).compile(content);
    assertThat(result).as("%s", result.diagnostics()).isInstanceOf(Compiled.class);
    Release release = ((Compiled) result).release();
    Set<String> everywhere = content.placements().byId().keySet();
    SampleFacts people = new SampleFacts(content);

    int proposals = 0;
    for (int i = 0; i < PEOPLE; i++) {
      Facts facts = people.person();
      VisitContext visit = people.visit();

      Evaluation walked = release.evaluate(facts, visit, everywhere);

      assertThat(walked).isEqualTo(release.verify(facts, visit, everywhere));
      assertThat(proposing(walked)).isSubsetOf(matching(release, facts, visit));
      proposals += walked.candidates().size();
    }
    assertThat(release.mayBlock()).isFalse();
    assertThat(proposals).isPositive();
  }

  private static Set<String> proposing(Evaluation evaluation) {
    return evaluation.candidates().stream()
        .map(each -> each.rule().place().toString())
        .collect(Collectors.toSet());
  }

  private static Set<String> matching(Release release, Facts facts, VisitContext visit) {
    return release.verdicts(facts, visit).stream()
        .filter(RuleVerdict::matched)
        .map(each -> each.rule().place().toString())
        .collect(Collectors.toSet());
  }
}
