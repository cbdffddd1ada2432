package dev.attune.engine.decision;

import static dev.attune.engine.arbitration.ACard.card;
import static dev.attune.engine.decision.Stage.actions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DecisionServiceTest {
  private final Stage stage = new Stage();

  @Test
  void a_decision_names_its_release_its_state_and_what_was_chosen_why() {
    stage.proposes(card("tone"));

    Decision decision = stage.decide("ana", "editor.sidebar");

    assertThat(decision.release()).isEqualTo("7");
    assertThat(decision.state()).isEqualTo(State.FRESH);
    Choice choice = decision.placements().get(0).choices().get(0);
    assertThat(choice.action()).isEqualTo("tone");
    assertThat(choice.because()).isEqualTo("because");
    assertThat(choice.reservation()).isEqualTo(decision.id());
    assertThat(choice.expiresAt()).isEqualTo(stage.now.plus(Duration.ofMinutes(10)));
  }

  @Test
  void ids_sort_by_time() {
    String first = stage.decide("ana", "home.grid").id();
    stage.passes(Duration.ofMillis(1));
    String second = stage.decide("ana", "home.grid").id();

    assertThat(first).hasSize(26).isLessThan(second);
  }

  @Test
  void without_the_store_it_decides_on_the_last_known_facts_but_does_not_interrupt() {
    stage.proposes(card("tone")).proposes(card("report").in("home.grid"));
    stage.decide("ana", "editor.sidebar", "home.grid");

    stage.storeIsDown = true;
    stage.passes(Duration.ofSeconds(30));
    Decision decision = stage.decide("ana", "editor.sidebar", "home.grid");

    assertThat(decision.state()).isEqualTo(State.STALE);
    assertThat(decision.stateReason()).isEqualTo(StateReason.STORE_UNAVAILABLE);
    assertThat(decision.factsAge()).isEqualTo(Duration.ofSeconds(30));
    assertThat(actions(decision)).containsExactly("report");
  }

  @Test
  void without_any_facts_it_answers_the_same_fallback_every_time() {
    stage.proposes(card("tone"));
    stage.storeIsDown = true;

    Decision decision = stage.decide("ana", "editor.sidebar");

    assertThat(decision.state()).isEqualTo(State.DEFAULT);
    assertThat(decision.placements().get(0).fallback())
        .isEqualTo(List.of(Map.of("title", "default of editor.sidebar")));
    assertThat(actions(decision)).isEmpty();
  }

  @Test
  void facts_older_than_a_quarter_of_an_hour_are_not_used() {
    stage.proposes(card("report").in("home.grid"));
    stage.decide("ana", "home.grid");

    stage.storeIsDown = true;
    stage.passes(Duration.ofMinutes(16));

    assertThat(stage.decide("ana", "home.grid").state()).isEqualTo(State.DEFAULT);
  }

  @Test
  void rules_that_overrun_or_break_fall_back_and_say_so() {
    stage.proposes(card("tone"));

    stage.limitHit = true;
    assertThat(stage.decide("ana", "editor.sidebar").stateReason())
        .isEqualTo(StateReason.LIMIT_HIT);

    stage.rulesAreBroken = true;
    assertThat(stage.decide("ana", "editor.sidebar").stateReason()).isEqualTo(StateReason.ERROR);
  }

  @Test
  void an_action_the_ledger_refuses_makes_way_for_the_next() {
    stage.proposes(card("tone").priority(90)).proposes(card("style").priority(10));
    DecisionService service = stage.service(new RefusesTone(stage.ledger));

    Decision decision = stage.decide(service, "ana", "editor.sidebar");

    assertThat(actions(decision)).containsExactly("style");
    assertThat(decision.suppressed())
        .extracting(s -> s.action() + " " + s.reason())
        .containsExactly("tone NO_ATTENTION");
  }

  @Test
  void without_the_ledger_it_does_not_interrupt_and_says_so() {
    stage.proposes(card("tone")).proposes(card("report").in("home.grid"));
    DecisionService service = stage.service(new UnreachableLedger());

    Decision decision = stage.decide(service, "ana", "editor.sidebar", "home.grid");

    assertThat(actions(decision)).containsExactly("report");
    assertThat(decision.state()).isEqualTo(State.FRESH);
    assertThat(decision.stateReason()).isEqualTo(StateReason.ATTENTION_UNAVAILABLE);
  }

  @Test
  void a_dry_run_reserves_and_records_nothing() {
    stage.proposes(card("tone"));

    Decision decision =
        stage
            .service
            .decide(Stage.request("ana", true, "editor.sidebar"))
            .toCompletableFuture()
            .join();

    assertThat(actions(decision)).containsExactly("tone");
    assertThat(stage.people).isEmpty();
    assertThat(stage.records.load(decision.id()).toCompletableFuture().join()).isEmpty();
  }

  @Test
  void the_record_holds_what_the_decision_rested_on() {
    stage.proposes(card("tone").priority(90)).proposes(card("style").priority(10));

    Decision decision = stage.decide("ana", "editor.sidebar");

    DecisionRecord made =
        stage.records.load(decision.id()).toCompletableFuture().join().orElseThrow();
    assertThat(made.known().person()).isEqualTo(PersonId.user("ana"));
    assertThat(made.candidates())
        .extracting(DecisionRecord.Proposed::action)
        .containsExactly("tone", "style");
    assertThat(made.chosen()).extracting(DecisionRecord.Chosen::action).containsExactly("tone");
    assertThat(made.suppressed()).isEqualTo(decision.suppressed());
  }

  /** Refuses one action as if another server had just used up the budget. */
  private static final class RefusesTone extends OtherLedger {
    RefusesTone(AttentionLedger ledger) {
      super(ledger);
    }

    @Override
    public CompletionStage<List<Grant>> reserve(
        PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
      if (asks.get(0).action().equals("tone"))
        return CompletableFuture.completedFuture(List.of(Grant.refused("tone", "two-a-day")));
      return ledger.reserve(person, decision, asks, now, expiresAt);
    }
  }
}
