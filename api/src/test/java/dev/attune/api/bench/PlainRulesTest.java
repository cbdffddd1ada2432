package dev.attune.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainRulesTest {
  private static final int RULES = 60;

  @TempDir private Path folder;

  @Test
  void what_is_compared_proposes_the_same() throws IOException {
    Release release = release();
    PlainRules plain = new PlainRules(RULES);

    for (Facts person : BenchFacts.people(200)) {
      for (int page = 0; page < BenchRules.PAGES; page++) {
        assertThat(proposed(release, person, "page" + page))
            .containsExactlyInAnyOrderElementsOf(plain.actions(person, "page" + page));
      }
    }
  }

  @Test
  void measured_rules_never_take_the_slow_lane() throws IOException {
    assertThat(release().mayBlock()).isFalse();
  }

  private static List<String> proposed(Release release, Facts person, String page) {
    return release
        .evaluate(person, new VisitContext(Map.of("page", page)), Set.of(page + ".side"))
        .candidates()
        .stream()
        .map(Candidate::card)
        .map(card -> card.id())
        .toList();
  }

  private Release release() throws IOException {
    BenchRules.write(folder.resolve("rules"), RULES);
    Content content = ((Reading.Read) ContentReader.read(folder.resolve("rules"))).content();
    CompileResult compiled = ReleaseCompiler.ofFolder(folder.resolve("cache")).compile(content);
    assertThat(compiled.diagnostics()).isEmpty();
    return ((CompileResult.Compiled) compiled).release();
  }
}
