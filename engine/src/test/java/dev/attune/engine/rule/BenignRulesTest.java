package dev.attune.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Feature;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every allowed construct passes the gate, compiles, and fires on facts it describes. */
class BenignRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final Set<String> PLACEMENTS = Set.of("editor.sidebar", "home.grid", "email");

  @TempDir private static Path cache;
  private static Release release;

  @BeforeAll
  static void compile() {
    Reading reading = ContentReader.read(Path.of("src/test/resources/rules/benign"));
    CompileResult result =
        ReleaseCompiler.ofFolder(cache).compile(((Reading.Read) reading).content());
    assertThat(result).isInstanceOf(CompileResult.Compiled.class);
    release = ((CompileResult.Compiled) result).release();
  }

  @Test
  void a_busy_student_meets_every_rule_about_somebody_known() {
    Facts facts =
        facts(
            Map.of(
                "role",
                "student",
                "goals",
                Set.of("reporting", "writing"),
                "nickname",
                "Ana",
                "seats",
                60.0,
                "beta",
                true,
                "trialEndsAt",
                LocalDate.parse("2026-03-12")),
            List.of(
                activity("document.created", 12),
                activity("draft.edited", 20),
                activity("draft.created", 2)),
            List.of(
                new Feature("tone-suggestions", false, true, 4, 0, true),
                new Feature("templates", false, false, 0, 1, false)),
            List.of(item("d-1", 30), item("d-2", 9)),
            List.of());

    assertThat(fired(facts, Map.of("device", "desktop", "page", "/docs/a-b")))
        .containsExactlyInAnyOrder(
            "plain tests",
            "in, not in and matches",
            "contains and not contains",
            "flags",
            "dates",
            "arithmetic",
            "joins",
            "not and exists",
            "or",
            "accumulate",
            "students who write");
  }

  @Test
  void a_stranger_meets_only_the_rule_about_strangers() {
    Facts facts = facts(Map.of(), List.of(), features(), List.of(), List.of());

    assertThat(fired(facts, Map.of())).containsExactly("unknown fields");
  }

  @Test
  void a_row_of_a_table_fires_like_any_rule() {
    Facts facts = facts(Map.of("seats", 60.0), List.of(), features(), List.of(), List.of());

    assertThat(fired(facts, Map.of())).contains("big teams");
  }

  @Test
  void what_was_shown_yesterday_is_seen_by_not() {
    Map<String, Object> ending = Map.of("trialEndsAt", LocalDate.parse("2026-03-12"));

    Facts told =
        facts(
            ending,
            List.of(),
            features(),
            List.of(),
            List.of(new Exposure("trial-ending", 1, 0, 0, 1)));
    Facts toldLongAgo =
        facts(
            ending,
            List.of(),
            features(),
            List.of(),
            List.of(new Exposure("trial-ending", 1, 0, 0, 9)));

    assertThat(fired(told, Map.of())).doesNotContain("dates");
    assertThat(fired(toldLongAgo, Map.of())).contains("dates");
  }

  @Test
  void segments_are_derived_one_from_another() {
    Facts facts =
        facts(
            Map.of("goals", Set.of("writing")),
            List.of(activity("document.created", 12)),
            features(),
            List.of(),
            List.of());

    assertThat(release.verify(facts, VisitContext.EMPTY, PLACEMENTS).segments())
        .containsExactlyInAnyOrder("writer", "busy-writer");
  }

  /** The rules whose candidates came out, on both lanes of the evaluator alike. */
  private static Set<String> fired(Facts facts, Map<String, Object> visit) {
    Evaluation evaluation = release.verify(facts, new VisitContext(visit), PLACEMENTS);
    assertThat(evaluation.limitHit()).isFalse();
    return evaluation.candidates().stream()
        .map(candidate -> candidate.rule().name())
        .collect(Collectors.toSet());
  }

  private static Facts facts(
      Map<String, Object> profile,
      List<Activity> activities,
      List<Feature> features,
      List<Item> items,
      List<Exposure> exposures) {
    Map<String, ProfileValue> values = new HashMap<>();
    profile.forEach(
        (name, value) ->
            values.put(name, new ProfileValue(value, Provenance.of(Source.DECLARED, NOW))));
    return new Facts(
        PersonId.user("ana"), NOW, ZoneOffset.UTC, values, activities, features, items, exposures);
  }

  private static List<Feature> features() {
    return List.of(
        new Feature("tone-suggestions", false, true, 0, 0, true),
        new Feature("templates", false, false, 0, 0, false));
  }

  private static Activity activity(String event, int count) {
    return new Activity(event, count, count, count, 5, 1);
  }

  private static Item item(String id, int hoursIdle) {
    return new Item("draft", id, "Draft " + id, "open", hoursIdle);
  }
}
