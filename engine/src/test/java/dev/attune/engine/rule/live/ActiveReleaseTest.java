package dev.attune.engine.rule.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.RulesText;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostic.Severity;
import dev.attune.engine.text.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveReleaseTest {
  private static final String JOIN =
      """
      Item( kind == "draft", $a : hoursIdle )
      Item( kind == "draft", hoursIdle > $a, $b : hoursIdle )
      Item( kind == "draft", hoursIdle > $a + $b + 1000 )""";
  private static ReleaseCompiler compiler;
  private static Release quick;
  private static Release greedy;

  @BeforeAll
  static void compile(@TempDir Path cache) {
    compiler = ReleaseCompiler.ofFolder(cache);
    quick = release("Feature( name == \"tone\", !adopted )");
    greedy = release(JOIN);
  }

  @Test
  void a_release_that_overruns_again_and_again_gives_way_to_the_last_good_one() {
    ActiveRelease active = new ActiveRelease(release("Feature( name == \"tone\", ready )"));
    Release good = active.current();
    List<String> swaps = new ArrayList<>();
    active.onChange(release -> swaps.add(release.id()));
    Release overrunning = compiled(compiler.compile("overrunning", RulesText.read(rules(JOIN))));

    active.activate(overrunning);
    for (int i = 0; i < ActiveRelease.OVERRUNS; i++) {
      Evaluation evaluation = evaluate(active.current(), 150);
      assertThat(evaluation.limitHit()).isTrue();
      assertThat(evaluation.candidates()).isEmpty();
    }

    assertThat(active.current()).isSameAs(good);
    assertThat(active.quarantined()).containsExactly(overrunning.hash());
    assertThat(active.activate(overrunning)).isFalse();
    assertThat(swaps).containsExactly("overrunning", good.id());
  }

  @Test
  void people_with_fewer_facts_are_not_hurt_by_a_greedy_rule() {
    assertThat(evaluate(greedy, 10).limitHit()).isFalse();
  }

  @Test
  void an_overrun_of_a_release_that_is_not_live_changes_nothing() {
    ActiveRelease active = new ActiveRelease(quick);

    for (int i = 0; i < 2 * ActiveRelease.OVERRUNS; i++) evaluate(greedy, 150);

    assertThat(active.current()).isSameAs(quick);
  }

  @Test
  void a_refused_edit_is_shown_until_the_next_good_one() {
    ActiveRelease active = new ActiveRelease(quick);
    Diagnostic wrong = new Diagnostic(Place.of("x.drl"), Severity.ERROR, "code", "is wrong");

    active.refuse(List.of(wrong));
    assertThat(active.diagnostics()).containsExactly(wrong);
    assertThat(active.current()).isSameAs(quick);

    active.activate(release("Feature( name == \"tone\", adopted )"));
    assertThat(active.diagnostics()).isEmpty();
  }

  private static Evaluation evaluate(Release release, int drafts) {
    List<Item> items =
        IntStream.range(0, drafts)
            .mapToObj(i -> new Item("draft", "d" + i, "Draft", "open", i))
            .toList();
    Facts facts =
        new Facts(
            PersonId.user("ana"),
            Instant.parse("2026-01-15T12:00:00Z"),
            ZoneOffset.UTC,
            java.util.Map.of(),
            List.of(),
            List.of(),
            items,
            List.of());
    return release.evaluate(facts, VisitContext.EMPTY, Set.of("sidebar"));
  }

  private static Release release(String conditions) {
    return compiled(compiler.compile(RulesText.read(rules(conditions))));
  }

  private static Release compiled(CompileResult result) {
    assertThat(result).isInstanceOf(Compiled.class);
    return ((Compiled) result).release();
  }

  private static java.util.Map<String, byte[]> rules(String conditions) {
    return RulesText.when(conditions);
  }
}
