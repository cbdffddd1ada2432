package dev.attune.engine.explain.flip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Kind;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.explain.WrittenRules;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RandomLives;
import dev.attune.engine.scenario.RulesFixture;
import dev.attune.engine.vocabulary.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FlipSearchTest {
  private static final Release SMALL = RulesFixture.compiled(small());
  private static final Ground GROUND = ground(SMALL);

  private static Content small() {
    Reading reading = ContentReader.read(Path.of("src", "test", "resources", "flip"));
    if (reading instanceof Read read) return read.content();
    throw new IllegalStateException(reading.diagnostics().toString());
  }

  private static Ground ground(Release release) {
    return new Ground(release, WrittenRules.of(release.content()));
  }

  @Test
  void no_smaller_flip_exists_on_a_small_domain() {
    List<DecisionRecord> records = lives(SMALL, 12, 6);
    Set<Integer> sizes = new HashSet<>();

    for (DecisionRecord made : records) {
      for (String action : SMALL.content().cards().keySet()) {
        FlipAnswer answer = FlipSearch.find(made, GROUND, action, null);
        Flip flip = answer.orNull();
        int size = flip == null ? 3 : flip.changes().size();
        assertThat(answer).as(action + " in " + made).isNotInstanceOf(FlipAnswer.Cut.class);
        assertThat(new EveryEdit(SMALL, GROUND).turning(made, action, size - 1))
            .as(action + " in " + made + " flipped by " + flip)
            .isEmpty();
        sizes.add(flip == null ? 0 : size);
      }
    }

    assertThat(sizes).contains(0, 1, 2);
  }

  @Test
  void every_flip_applied_turns_the_decision_in_random_lives() {
    Release release = RulesFixture.release();
    Ground ground = ground(release);
    List<String> actions = List.copyOf(release.content().cards().keySet());
    Map<Integer, Integer> bySize = new TreeMap<>();
    int asked = 0;

    for (DecisionRecord made : lives(release, 40, 25)) {
      for (String action : List.of(any(made, asked), actions.get(asked % actions.size()))) {
        asked++;
        Flip flip = FlipSearch.find(made, ground, action, null).orNull();
        if (flip == null) continue;
        boolean before = EveryEdit.isChosen(made, release, made.known(), made.visit(), action);
        boolean after = EveryEdit.isChosen(made, release, flip.known(), flip.visit(), action);
        assertThat(after).as(action + " in " + made + " by " + flip).isNotEqualTo(before);
        bySize.merge(flip.changes().size(), 1, Integer::sum);
      }
    }

    assertThat(bySize).containsOnlyKeys(1, 2, 3);
    assertThat(bySize.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(700);
  }

  @Test
  void a_nudge_that_a_flip_has_shown_costs_its_attention() {
    Release release = RulesFixture.release();
    Ground ground = ground(release);
    int shown = 0;

    for (DecisionRecord made : lives(release, 10, 25)) {
      for (String action : judged(made)) {
        Flip flip = FlipSearch.find(made, ground, action, null).orNull();
        if (flip == null) continue;
        for (Flip.FactChange change : flip.changes()) {
          if (!isShownNudge(change, release)) continue;
          shown++;
          assertThat(flip.known().attention().spent())
              .extracting(Attention.Interruption::action)
              .contains(change.fact());
        }
      }
    }

    assertThat(shown).isPositive();
  }

  private static boolean isShownNudge(Flip.FactChange change, Release release) {
    ActionCard card = release.content().cards().get(change.fact());
    return card != null && card.kind() == Kind.NUDGE && change.to().startsWith("shown");
  }

  /** The actions that were chosen or suppressed. */
  private static List<String> judged(DecisionRecord made) {
    Set<String> judged = new LinkedHashSet<>();
    made.suppressed().forEach(one -> judged.add(one.action()));
    made.chosen().forEach(one -> judged.add(one.action()));
    return List.copyOf(judged);
  }

  /** One of them, if there was any. */
  private static String any(DecisionRecord made, int luck) {
    List<String> judged = judged(made);
    return judged.isEmpty() ? "try-comments" : judged.get(luck % judged.size());
  }

  @Test
  void the_flip_of_a_missed_threshold_names_the_number_that_would_do() {
    Instant now = Instant.parse("2026-03-02T10:00:00Z");
    DecisionRecord made = record(now, Map.of("doc.made", Counter.once("doc.made", now)));

    Flip flip = Objects.requireNonNull(FlipSearch.find(made, GROUND, "try-tone", null).orNull());

    assertThat(flip.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.fact()).isEqualTo("doc.made");
              assertThat(change.to()).isEqualTo("2 times, last today");
            });
  }

  @Test
  void what_happened_long_ago_is_kept_and_happens_so_many_times_more() {
    Instant now = Instant.parse("2026-03-02T10:00:00Z");
    Counter before = Counter.once("document.edited", now.minus(Duration.ofDays(25)));
    Release release = RulesFixture.release();
    DecisionRecord made = record(release, "home.grid", now, Map.of("document.edited", before));

    Flip flip =
        Objects.requireNonNull(
            FlipSearch.find(made, ground(release), "writing-week", null).orNull());

    assertThat(flip.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.from()).isEqualTo("once, last 25 days ago");
              assertThat(change.to()).isEqualTo("6 times, last today");
            });
  }

  private static DecisionRecord record(Instant now, Map<String, Counter> counters) {
    return record(SMALL, "side", now, counters);
  }

  private static DecisionRecord record(
      Release release, String placement, Instant now, Map<String, Counter> counters) {
    Known known =
        new Known(
            PersonId.user("ana"),
            ZoneOffset.UTC,
            new Consent(Map.of(Purpose.PERSONALISATION, true)),
            Map.of(),
            counters,
            Map.of(),
            Map.of(),
            Attention.UNTOUCHED);
    return new DecisionRecord(
        "id",
        release.id(),
        now,
        State.FRESH,
        StateReason.NONE,
        known,
        VisitContext.EMPTY,
        List.of(new PlacementRequest(placement, null)),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of());
  }

  private static List<DecisionRecord> lives(Release release, int people, int decisions) {
    List<DecisionRecord> records = new ArrayList<>();
    new RandomLives(release, 7).live(people, decisions, records::add);
    return records;
  }
}
