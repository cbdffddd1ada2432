package dev.attune.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.InMemoryDecisionRecords;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.event.Accepted;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventIntake;
import dev.attune.engine.event.EventKind;
import dev.attune.engine.event.InMemoryUndeclared;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.fact.Write;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.vocabulary.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final List<VisitContext> VISITS =
      List.of(
          new VisitContext(Map.of("device", "desktop")),
          new VisitContext(Map.of("device", "mobile")),
          new VisitContext(Map.of("focus", true)));

  private final ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>();
  private final InMemoryFactStore store = new InMemoryFactStore(people, ConsentDefault.NOTHING);
  private final InMemoryAttentionLedger ledger = new InMemoryAttentionLedger(people);
  private final Content content =
      ((Reading.Read) ContentReader.read(Path.of("../rules"))).content();
  private final EventIntake intake =
      new EventIntake(store, content::vocabulary, new InMemoryUndeclared());

  @Test
  void every_rule_of_the_sample_happens_to_somebody() {
    Release release = release();
    Set<String> placements = content.placements().byId().keySet();
    Set<String> proposing = new TreeSet<>();
    Set<String> segments = new TreeSet<>();

    for (DemoPerson person : DemoPeople.at(NOW)) {
      Facts facts = Snapshot.of(live(person), content.vocabulary(), NOW);
      for (VisitContext visit : VISITS) {
        Evaluation evaluation = release.evaluate(facts, visit, placements);
        evaluation.candidates().forEach(each -> proposing.add(each.rule().name()));
        segments.addAll(evaluation.segments());
      }
    }

    assertThat(proposing).containsExactlyInAnyOrderElementsOf(rulesThatPropose());
    assertThat(segments).containsExactlyInAnyOrderElementsOf(derived());
  }

  @Test
  void every_card_of_the_sample_is_chosen_for_somebody() {
    ReleaseRules rules = new ReleaseRules(release());
    DecisionService decisions =
        new DecisionService(
            () -> rules,
            store::load,
            ledger,
            Outcomes.NONE,
            new DecisionRecorder(new InMemoryDecisionRecords(), 1, 1),
            DecisionIds.random(),
            Runnable::run,
            () -> NOW);
    Set<String> chosen = new TreeSet<>();

    for (DemoPerson person : DemoPeople.at(NOW)) {
      live(person);
      for (VisitContext visit : VISITS) {
        for (String placement : content.placements().byId().keySet())
          decided(decisions, person, placement, visit).forEach(chosen::add);
      }
    }

    assertThat(chosen).containsExactlyInAnyOrderElementsOf(content.cards().keySet());
  }

  private static Stream<String> decided(
      DecisionService decisions, DemoPerson person, String placement, VisitContext visit) {
    List<PlacementRequest> asked = List.of(new PlacementRequest(placement, null));
    DecisionRequest request =
        new DecisionRequest(PersonId.user(person.id()), asked, visit, false, true);
    return decisions.decide(request).toCompletableFuture().join().placements().stream()
        .flatMap(result -> result.choices().stream())
        .map(Choice::action);
  }

  @Test
  void everything_told_is_declared() {
    DemoPeople.at(NOW).stream()
        .flatMap(person -> person.deeds().stream())
        .forEach(deed -> assertThat(content.vocabulary().events()).containsKey(deed.event()));
    DemoPeople.at(NOW).stream()
        .flatMap(person -> person.traits().keySet().stream())
        .forEach(trait -> assertThat(content.vocabulary().profile()).containsKey(trait));
  }

  private List<String> rulesThatPropose() {
    return rules()
        .filter(rule -> rule.consequences().stream().anyMatch(Propose.class::isInstance))
        .map(rule -> rule.ref().name())
        .toList();
  }

  private List<String> derived() {
    return rules()
        .flatMap(rule -> rule.consequences().stream())
        .filter(Derive.class::isInstance)
        .map(each -> ((Derive) each).segment())
        .toList();
  }

  private Stream<CheckedRule> rules() {
    return content.useCases().stream()
        .flatMap(useCase -> useCase.files().stream())
        .flatMap(file -> file.rules().stream());
  }

  private Release release() {
    CompileResult compiled =
        ReleaseCompiler.ofFolder(Path.of("target", "built-rules")).compile(content);
    return ((CompileResult.Compiled) compiled).release();
  }

  /** Lets a person do all they did, and returns what is then known. */
  private Known live(DemoPerson person) {
    PersonId id = PersonId.user(person.id());
    store.write(
        id, new Write("consent", NOW, person.consent().stream().map(this::granted).toList()));
    enter(event(person, "identify", EventKind.IDENTIFY, "", NOW, Map.of(), person.traits()));
    int number = 0;
    for (DemoPerson.Deed deed : person.deeds()) {
      String eventId = "deed-" + number++;
      enter(
          event(
              person,
              eventId,
              EventKind.TRACK,
              deed.event(),
              deed.at(),
              deed.properties(),
              Map.of()));
    }
    person.accepts().forEach(acceptance -> accept(id, acceptance.action()));
    return store.load(id).toCompletableFuture().join();
  }

  private Change granted(String purpose) {
    Purpose named = Purpose.valueOf(purpose.toUpperCase(Locale.ROOT));
    return new Consented(named, true, NOW.minus(Duration.ofDays(60)), "sample", "");
  }

  private void enter(Event event) {
    assertThat(intake.accept(event).toCompletableFuture().join()).isEqualTo(Accepted.ENTERED);
  }

  private static Event event(
      DemoPerson person,
      String id,
      EventKind kind,
      String name,
      Instant at,
      Map<String, Object> properties,
      Map<String, Object> traits) {
    return new Event(
        person.id() + id,
        kind,
        PersonId.user(person.id()),
        null,
        name,
        at,
        NOW,
        true,
        properties,
        traits,
        null,
        null);
  }

  private void accept(PersonId person, String action) {
    ActionCard card = content.cards().get(action);
    assertThat(card).isNotNull();
    ledger.spend(person, new Showing("seen", action, card.kind(), true, NOW));
    ledger.react(person, new Reaction("accepted", action, ReactionType.ACCEPTED, NOW, null));
  }
}
