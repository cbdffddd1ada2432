package dev.attune.engine.explain.flip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlipSearchTest {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final Release SMALL = RulesFixture.compiled(small());

  private static Content small() {
    Reading reading = ContentReader.read(Path.of("src", "test", "resources", "flip"));
    if (reading instanceof Read read) return read.content();
    throw new IllegalStateException(reading.diagnostics().toString());
  }

  @Test
  void no_smaller_flip_exists_on_a_small_domain() {
    List<DecisionRecord> records = lives(SMALL, 5, 6);
    int found = 0;

    for (DecisionRecord made : records) {
      for (String action : List.of("try-tone", "try-team", "try-draft")) {
        Optional<Flip> flip = FlipSearch.find(made, SMALL, action);
        int size = flip.map(one -> one.changes().size()).orElse(3);
        assertThat(smallest(made, action, size - 1))
            .as(action + " in " + made + " flipped by " + flip)
            .isEmpty();
        if (flip.isPresent()) found++;
      }
    }

    assertThat(found).isGreaterThan(records.size() * 2);
  }

  @Test
  void the_flip_of_a_missed_threshold_names_the_number_that_would_do() {
    Instant now = Instant.parse("2026-03-02T10:00:00Z");
    DecisionRecord made = record(now, Map.of("doc.made", Counter.once("doc.made", now)));

    Flip flip = FlipSearch.find(made, SMALL, "try-tone").orElseThrow();

    assertThat(flip.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.fact()).isEqualTo("doc.made");
              assertThat(change.to()).isEqualTo("2 times, last today");
            });
  }

  @Test
  void most_questions_about_the_sample_are_answered_with_a_flip_in_milliseconds() {
    Release release = RulesFixture.release();
    List<DecisionRecord> records = lives(release, 5, 10);
    List<String> actions = List.copyOf(release.content().cards().keySet());
    List<Long> nanos = new ArrayList<>();
    int found = 0;

    for (int i = 0; i < 400; i++) {
      long start = CPU.getCurrentThreadCpuTime();
      String action = actions.get(i % actions.size());
      if (FlipSearch.find(records.get(i % records.size()), release, action).isPresent()) found++;
      nanos.add(CPU.getCurrentThreadCpuTime() - start);
    }

    nanos.sort(null);
    assertThat(found).isGreaterThan(150);
    assertThat(Duration.ofNanos(nanos.get(nanos.size() / 2))).isLessThan(Duration.ofMillis(50));
  }

  private static DecisionRecord record(Instant now, Map<String, Counter> counters) {
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
        SMALL.id(),
        now,
        State.FRESH,
        StateReason.NONE,
        known,
        VisitContext.EMPTY,
        List.of(new PlacementRequest("side", null)),
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

  /** Tries every set of at most so many edits of the whole domain, without any guidance. */
  private static Optional<List<Edit>> smallest(DecisionRecord made, String action, int size) {
    Situation start = new Situation(made.known(), made.visit(), made.at());
    Keys keys = new Keys(SMALL.content());
    Edits edits = new Edits(start, SMALL.content(), new Bounds(keys.rules()));
    boolean chosen = isChosen(made, start, action);
    List<Edit> domain = edits.of(everyKey(keys, edits));
    return size < 1
        ? Optional.empty()
        : trial(made, action, chosen, start, domain, List.of(), size);
  }

  private static Optional<List<Edit>> trial(
      DecisionRecord made,
      String action,
      boolean chosen,
      Situation situation,
      List<Edit> domain,
      List<Edit> taken,
      int left) {
    for (int i = 0; i < domain.size(); i++) {
      Edit edit = domain.get(i);
      if (taken.stream().anyMatch(one -> one.key().equals(edit.key()))) continue;
      Situation changed = edit.apply(situation);
      List<Edit> all = new ArrayList<>(taken);
      all.add(edit);
      if (isChosen(made, changed, action) != chosen) return Optional.of(all);
      if (left == 1) continue;
      List<Edit> rest = domain.subList(i + 1, domain.size());
      Optional<List<Edit>> deeper = trial(made, action, chosen, changed, rest, all, left - 1);
      if (deeper.isPresent()) return deeper;
    }
    return Optional.empty();
  }

  private static Set<String> everyKey(Keys keys, Edits edits) {
    Set<String> every = new LinkedHashSet<>(edits.attention());
    SMALL
        .content()
        .cards()
        .forEach(
            (action, card) -> {
              every.addAll(keys.ofProposing(action));
              every.addAll(keys.ofGates(card));
            });
    every.add("consent.personalisation");
    return new HashSet<>(every);
  }

  private static boolean isChosen(DecisionRecord made, Situation situation, String action) {
    Rerun rerun = Rerun.of(made, new ReleaseRules(SMALL), situation.known(), situation.visit());
    return rerun.arbitration().filled().stream()
        .flatMap(filled -> filled.chosen().stream())
        .anyMatch(one -> one.action().equals(action));
  }
}
