package dev.attune.engine.publish.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Placement;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.InMemoryDecisionRecords;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.publish.ceiling.Reach.Reached;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RulesFixture;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.vocabulary.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class CeilingTest {

  @Test
  void the_results_of_rules_that_exclude_each_other_are_counted_with_the_fallback() {
    Reached reached = reach(release(GridRules.rivals(4)), "grid");

    assertThat(reached.complete()).isTrue();
    assertThat(reached.results().keySet())
        .extracting(Experience::actions)
        .containsExactlyInAnyOrder(List.of(), List.of("for-a"), List.of("for-b"), List.of("for-c"));
  }

  @Test
  void independent_rules_are_met_in_all_their_combinations() {
    Reached reached = reach(release(GridRules.independent()), "grid");

    assertThat(reached.complete()).isTrue();
    assertThat(reached.results()).hasSize(8);
  }

  @Test
  void values_that_can_stand_side_by_side_are_met_together() {
    Reached reached =
        reach(
            release(
                GridRules.of(
                    100, "tags contains \"x\"", "tags contains \"y\"", "tags contains \"z\"")),
            "grid");

    assertThat(reached.results()).hasSize(8);
  }

  @Test
  void a_release_within_its_ceiling_passes() {
    assertThat(errors(release(GridRules.rivals(4)))).isEmpty();
  }

  @Test
  void a_lowered_ceiling_names_the_rules_to_merge() {
    assertThat(errors(release(GridRules.rivals(3))))
        .singleElement()
        .asString()
        .startsWith("placements.yaml:2:")
        .contains("placement grid may produce 4 distinct results, its ceiling is 3.")
        .contains(
            "Merge rule \"b\" (grid/rules.drl:15:1) with rule \"a\" (grid/rules.drl:7:1)"
                + " (3 results left)");
  }

  @Test
  void where_the_fallback_alone_is_too_much_no_merge_is_advised() {
    String same = "tags contains \"x\"";

    assertThat(errors(release(GridRules.of(1, same, same, same))))
        .singleElement()
        .asString()
        .contains("2 distinct results, its ceiling is 1. One of them is the fallback: make it 2");
  }

  @Test
  void a_result_has_one_id_everywhere() {
    Experience one = new Experience("grid", List.of("for-a", "for-b"));

    assertThat(one.id()).isEqualTo(new Experience("grid", List.of("for-a", "for-b")).id());
    assertThat(one.id()).isNotEqualTo(new Experience("grid", List.of("for-b", "for-a")).id());
    assertThat(one.id()).isNotEqualTo(new Experience("other", List.of("for-a", "for-b")).id());
  }

  @Test
  void a_hundred_thousand_people_get_no_result_that_was_not_foreseen() {
    Release release = RulesFixture.release();
    List<String> placements = List.of("home.banner", "editor.sidebar", "editor.tour");
    Map<String, Set<Experience>> foreseen = new HashMap<>();
    for (String id : placements) foreseen.put(id, reach(release, id).results().keySet());
    Random random = new Random(99);
    Map<String, Set<Experience>> seen = new TreeMap<>();

    for (int i = 0; i < 100_000; i++) {
      String placement = placements.get(i % placements.size());
      seen.computeIfAbsent(placement, first -> new TreeSet<>())
          .add(decide(release, placement, RandomPerson.of(release.content(), random), random));
    }

    seen.forEach((placement, results) -> assertThat(foreseen.get(placement)).containsAll(results));
    assertThat(seen.get("home.banner")).hasSizeGreaterThan(3);
  }

  /** Decides for real, for somebody who was never shown anything. */
  private static Experience decide(Release release, String placement, Known known, Random random) {
    DecisionService service =
        new DecisionService(
            () -> new ReleaseRules(release),
            person -> CompletableFuture.completedFuture(known),
            new InMemoryAttentionLedger(new ConcurrentHashMap<>()),
            Outcomes.NONE,
            new DecisionRecorder(new InMemoryDecisionRecords(), 1, 1),
            DecisionIds.random(),
            Runnable::run,
            () -> RandomPerson.NOW);
    Map<String, Object> visit = new HashMap<>();
    for (Field field : release.content().vocabulary().visit().values()) {
      if (random.nextBoolean()) visit.put(field.name(), RandomPerson.value(field, random));
    }
    Decision decision =
        service
            .decide(
                new DecisionRequest(
                    known.person(),
                    List.of(new PlacementRequest(placement, null)),
                    new VisitContext(visit),
                    false,
                    true))
            .toCompletableFuture()
            .join();
    return new Experience(
        placement, decision.placements().get(0).choices().stream().map(Choice::action).toList());
  }

  private static Reached reach(Release release, String placement) {
    Placement declared = release.content().placements().byId().get(placement);
    return Reach.of(release, declared);
  }

  private static List<String> errors(Release release) {
    Diagnostics diagnostics = new Diagnostics();
    WithinCeiling.check(release, diagnostics);
    return diagnostics.sorted().stream().map(Object::toString).toList();
  }

  private static Release release(Map<String, byte[]> files) {
    Reading reading = ContentReader.read(files);
    if (reading instanceof Reading.Read read) return RulesFixture.compiled(read.content());
    throw new IllegalStateException(reading.diagnostics().toString());
  }
}
