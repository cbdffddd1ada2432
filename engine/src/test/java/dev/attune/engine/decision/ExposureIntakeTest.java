package dev.attune.engine.decision;

import static dev.attune.engine.arbitration.ACard.card;
import static dev.attune.engine.decision.Stage.actions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExposureIntakeTest {
  private final Stage stage = new Stage();

  @Test
  void an_exposure_spends_the_reservation_once() {
    stage.proposes(card("tone").cap(1, Duration.ofDays(7)));
    Decision decision = stage.decide("ana", "editor.sidebar");
    assertThat(ana().attention().reserved()).hasSize(1);

    assertThat(exposed(decision, "tone")).isEqualTo(Receipt.COUNTED);
    assertThat(exposed(decision, "tone")).isEqualTo(Receipt.ALREADY_COUNTED);

    assertThat(ana().attention().reserved()).isEmpty();
    assertThat(ana().attention().spent()).hasSize(1);
    assertThat(actions(stage.decide("ana", "editor.sidebar"))).isEmpty();
  }

  @Test
  void two_decisions_that_share_a_reservation_are_one_showing() {
    stage.proposes(card("tone").cap(1, Duration.ofDays(7)));
    Decision first = stage.decide("ana", "editor.sidebar");
    Decision second = stage.decide("ana", "editor.sidebar");

    assertThat(exposed(first, "tone")).isEqualTo(Receipt.COUNTED);
    assertThat(exposed(second, "tone")).isEqualTo(Receipt.ALREADY_COUNTED);

    assertThat(ana().encounters().get("tone")).extracting("shownTotal").isEqualTo(1);
  }

  @Test
  void a_snooze_told_from_two_tabs_is_one_rung_of_the_ladder() {
    stage.proposes(card("tone").ladder(Duration.ofDays(1), 2));
    Decision first = stage.decide("ana", "editor.sidebar");
    Decision second = stage.decide("ana", "editor.sidebar");
    exposed(first, "tone");

    react(first, ReactionType.SNOOZED);
    react(second, ReactionType.SNOOZED);

    assertThat(ana().encounters().get("tone")).extracting("snoozed").isEqualTo(1);
    stage.passes(Duration.ofDays(1));
    assertThat(actions(stage.decide("ana", "editor.sidebar"))).containsExactly("tone");
  }

  @Test
  void evaluation_alone_never_uses_up_a_cap() {
    stage.proposes(card("tone").cap(1, Duration.ofDays(7)));

    for (int i = 0; i < 100; i++) {
      assertThat(actions(stage.decide("ana", "editor.sidebar"))).containsExactly("tone");
      stage.passes(Duration.ofMinutes(11));
    }
  }

  @Test
  void a_snooze_rests_the_action_for_its_ladders_time_and_the_last_one_ends_it() {
    stage.proposes(card("tone").ladder(Duration.ofDays(1), 2));

    react(stage.decide("ana", "editor.sidebar"), ReactionType.SNOOZED);
    assertThat(actions(stage.decide("ana", "editor.sidebar"))).isEmpty();

    stage.passes(Duration.ofDays(1));
    Decision onceMore = stage.decide("ana", "editor.sidebar");
    assertThat(actions(onceMore)).containsExactly("tone");

    react(onceMore, ReactionType.SNOOZED);
    stage.passes(Duration.ofDays(400));
    assertThat(actions(stage.decide("ana", "editor.sidebar"))).isEmpty();
  }

  @Test
  void a_dismissal_before_the_exposure_returns_the_reservation() {
    stage.proposes(card("tone"));

    react(stage.decide("ana", "editor.sidebar"), ReactionType.DISMISSED);

    assertThat(ana().attention().reserved()).isEmpty();
    assertThat(ana().attention().spent()).isEmpty();
  }

  @Test
  void reports_about_unknown_decisions_and_other_actions_change_nothing() {
    stage.proposes(card("tone"));
    Decision decision = stage.decide("ana", "editor.sidebar");

    assertThat(stage.intake.exposed("nothing", "tone").toCompletableFuture().join())
        .isEqualTo(Receipt.UNKNOWN_DECISION);
    assertThat(exposed(decision, "style")).isEqualTo(Receipt.NOT_CHOSEN);
  }

  @Test
  void a_report_about_one_row_leaves_the_others_alone() {
    stage.items.add(new Item("lead", "l-1", "Halden Tools", "open", 3));
    stage.items.add(new Item("lead", "l-2", "Orchard Clinic", "open", 5));
    stage.proposes(card("call").in("home.grid").forEachItem().cap(1, Duration.ofDays(7)));
    Decision decision = stage.decide("ana", "home.grid");

    assertThat(exposed(decision, "call")).isEqualTo(Receipt.WHICH_ITEM);
    assertThat(about(decision, "lead/l-3")).isEqualTo(Receipt.NOT_CHOSEN);
    assertThat(about(decision, "lead/l-2")).isEqualTo(Receipt.COUNTED);
    assertThat(about(decision, "lead/l-2")).isEqualTo(Receipt.ALREADY_COUNTED);

    assertThat(ana().encounters()).containsOnlyKeys("call lead/l-2");
    assertThat(stage.decide("ana", "home.grid").placements().get(0).choices())
        .extracting(Choice::key)
        .containsExactly("call lead/l-1");
  }

  @Test
  void what_stands_once_may_be_reported_with_the_item_it_is_about() {
    stage.items.add(new Item("draft", "d-1", "Plan", "open", 3));
    stage.proposes(card("resume").in("home.grid"));
    Decision decision = stage.decide("ana", "home.grid");

    assertThat(stage.intake.exposed(decision.id(), "resume", "draft/d-1").toCompletableFuture())
        .isCompletedWithValue(Receipt.COUNTED);
    assertThat(stage.intake.exposed(decision.id(), "resume", "draft/d-9").toCompletableFuture())
        .isCompletedWithValue(Receipt.NOT_CHOSEN);
    assertThat(ana().encounters()).containsOnlyKeys("resume");
  }

  @Test
  void what_was_decided_otherwise_rests_and_its_reason_is_kept() {
    stage.proposes(card("tone").restsAfterDismissed(Duration.ofDays(3)));
    Decision decision = stage.decide("ana", "editor.sidebar");

    Receipt first = overridden(decision, "not my kind of text");
    Receipt second = overridden(decision, "said twice");

    assertThat(List.of(first, second)).containsExactly(Receipt.COUNTED, Receipt.ALREADY_COUNTED);
    assertThat(actions(stage.decide("ana", "editor.sidebar"))).isEmpty();
    assertThat(stage.ledger.reactions(PersonId.user("ana")).toCompletableFuture().join())
        .extracting(Reaction::decision, Reaction::action, Reaction::type, Reaction::reason)
        .containsExactly(
            tuple(decision.id(), "tone", ReactionType.OVERRIDDEN, "not my kind of text"));
    stage.passes(Duration.ofDays(3));
    assertThat(actions(stage.decide("ana", "editor.sidebar"))).containsExactly("tone");
  }

  private Receipt overridden(Decision decision, String reason) {
    return stage
        .intake
        .reacted(decision.id(), "tone", null, ReactionType.OVERRIDDEN, reason)
        .toCompletableFuture()
        .join();
  }

  private Receipt about(Decision decision, String item) {
    return stage.intake.exposed(decision.id(), "call", item).toCompletableFuture().join();
  }

  private Receipt exposed(Decision decision, String action) {
    return stage.intake.exposed(decision.id(), action).toCompletableFuture().join();
  }

  private void react(Decision decision, ReactionType type) {
    stage.intake.reacted(decision.id(), "tone", type).toCompletableFuture().join();
  }

  private Known ana() {
    return Objects.requireNonNull(stage.people.get(PersonId.user("ana")));
  }
}
