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
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.publish.ceiling.Reach.Reached;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RulesFixture;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
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
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void the_results_of_rules_that_exclude_each_other_are_counted_with_the_fallback() {
    Reached reached = reach(release(grid(4)), "grid");

    assertThat(reached.complete()).isTrue();
    assertThat(reached.results().keySet())
        .extracting(Experience::actions)
        .containsExactlyInAnyOrder(List.of(), List.of("for-a"), List.of("for-b"), List.of("for-c"));
  }

  @Test
  void independent_rules_are_met_in_all_their_combinations() {
    Reached reached = reach(release(independent()), "grid");

    assertThat(reached.complete()).isTrue();
    assertThat(reached.results()).hasSize(8);
  }

  @Test
  void values_that_can_stand_side_by_side_are_met_together() {
    Reached reached =
        reach(
            release(
                files(100, "tags contains \"x\"", "tags contains \"y\"", "tags contains \"z\"")),
            "grid");

    assertThat(reached.results()).hasSize(8);
  }

  @Test
  void a_release_within_its_ceiling_passes() {
    assertThat(errors(release(grid(4)))).isEmpty();
  }

  @Test
  void a_lowered_ceiling_names_the_rules_to_merge() {
    assertThat(errors(release(grid(3))))
        .singleElement()
        .asString()
        .startsWith("placements.yaml:2:")
        .contains("placement grid may produce 4 distinct results, its ceiling is 3.")
        .contains(
            "Merge rule \"b\" (grid/rules.drl:15:1) with rule \"a\" (grid/rules.drl:7:1)"
                + " (3 results left)");
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
          .add(decide(release, placement, person(release.content(), random), random));
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
            () -> NOW);
    Map<String, Object> visit = new HashMap<>();
    for (Field field : release.content().vocabulary().visit().values()) {
      if (random.nextBoolean()) visit.put(field.name(), value(field, random));
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

  private static Known person(Content content, Random random) {
    Map<Purpose, Boolean> consent = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) consent.put(purpose, random.nextInt(10) > 0);
    Map<String, ProfileValue> profile = new HashMap<>();
    for (Field field : content.vocabulary().profile().values()) {
      if (random.nextInt(3) > 0)
        profile.put(
            field.name(),
            new ProfileValue(value(field, random), Provenance.of(Source.DECLARED, NOW)));
    }
    Map<String, Counter> counters = new HashMap<>();
    for (String event : content.vocabulary().events().keySet()) {
      for (int times = random.nextInt(4) * random.nextInt(5); times > 0; times--)
        counters.merge(
            event,
            Counter.once(event, NOW.minus(Duration.ofHours(random.nextInt(1_000)))),
            Counter::plus);
    }
    Map<String, ItemState> items = new HashMap<>();
    for (String kind : content.vocabulary().items().keySet()) {
      for (int i = random.nextInt(4); i > 0; i--) {
        Instant at = NOW.minus(Duration.ofHours(random.nextInt(400)));
        Instant closed = random.nextBoolean() ? at : null;
        items.put(kind + "/" + i, new ItemState(kind, "" + i, "Spring launch", at, closed));
      }
    }
    return new Known(
        PersonId.user("somebody"),
        ZoneOffset.UTC,
        new Consent(consent),
        profile,
        counters,
        items,
        Map.of(),
        Attention.UNTOUCHED);
  }

  private static Object value(Field field, Random random) {
    return switch (field.type()) {
      case ONE_OF -> field.values().get(random.nextInt(field.values().size()));
      case MANY_OF -> {
        Set<String> some = new TreeSet<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--)
          some.add(field.values().get(random.nextInt(field.values().size())));
        yield some;
      }
      case TEXT -> List.of("home", "editor", "text").get(random.nextInt(3));
      case NUMBER -> (double) random.nextInt(24);
      case FLAG -> random.nextBoolean();
      case DATE -> LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(random.nextInt(41) - 20);
    };
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

  private static Map<String, byte[]> grid(int ceiling) {
    return files(ceiling, "role == \"a\"", "role == \"b\"", "role == \"c\"");
  }

  private static Map<String, byte[]> independent() {
    return files(100, "role == \"a\"", "seats != null && seats >= 7", "keen == true");
  }

  private static Map<String, byte[]> files(int ceiling, String a, String b, String c) {
    Map<String, byte[]> files = new TreeMap<>();
    put(
        files,
        "vocabulary.yaml",
        """
        profile:
          role: { type: one-of, values: [a, b, c], label: "what you do", purpose: service }
          seats: { type: number, label: "seats", purpose: service }
          tags: { type: many-of, values: [w, x, y, z], label: "tags", purpose: service }
          keen: { type: flag, label: "keen", purpose: service }
        """);
    put(
        files,
        "placements.yaml",
        """
        placements:
          grid: { size: 3, kinds: [module], ceiling: %d }
        """
            .formatted(ceiling));
    StringBuilder cards = new StringBuilder();
    StringBuilder rules =
        new StringBuilder(
            """
            package grid

            import dev.attune.engine.fact.*
            global dev.attune.engine.action.Decisions decisions

            """);
    List<String> names = List.of("a", "b", "c");
    List<String> conditions = List.of(a, b, c);
    for (int i = 0; i < 3; i++) {
      cards.append(
          "for-%s: { kind: module, placements: [grid], class: service, purpose: service, content: { title: \"%s\" } }\n"
              .formatted(names.get(i), names.get(i)));
      rules.append(
          """
          // Some people.
          rule "%s"
          when
              Profile( %s )
          then
              decisions.module( "for-%s" ).because( "is one of them" );
          end

          """
              .formatted(names.get(i), conditions.get(i), names.get(i)));
    }
    put(files, "grid/actions.yaml", cards.toString());
    put(files, "grid/rules.drl", rules.toString());
    return files;
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Release release(Map<String, byte[]> files) {
    Reading reading = ContentReader.read(files);
    if (reading instanceof Reading.Read read) return RulesFixture.compiled(read.content());
    throw new IllegalStateException(reading.diagnostics().toString());
  }
}
