package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.AttentionWindow;
import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class AttendedTest {
  @Test
  void the_third_interruption_of_a_day_has_to_wait() {
    Arena arena =
        twoADay()
            .proposes(card("tone"))
            .shown("style", ofHours(2))
            .shown("welcome", Kind.TOUR, true, ofHours(1));

    assertThat(arena.suppressed()).containsExactly("tone NO_ATTENTION");
    assertThat(arena.detail())
        .isEqualTo("the budget two-a-day of 2 a day is used up: style at 08:00, welcome at 09:00");
  }

  @Test
  void yesterdays_interruptions_do_not_count_today() {
    Arena arena =
        twoADay()
            .proposes(card("tone"))
            .shown("style", ofHours(10).plusMinutes(1))
            .shown("welcome", Kind.TOUR, true, ofHours(12));

    assertThat(arena.chosen()).containsExactly("tone");
  }

  @Test
  void what_another_decision_reserved_counts_until_it_expires() {
    Arena arena =
        twoADay()
            .proposes(card("tone"))
            .shown("style", ofHours(2))
            .reserved("welcome", Kind.TOUR, ofMinutes(1));

    assertThat(arena.suppressed()).containsExactly("tone NO_ATTENTION");
    assertThat(arena.at("2026-03-02T10:01:00Z").chosen()).containsExactly("tone");
  }

  @Test
  void an_action_asked_again_keeps_its_own_reservation() {
    Arena arena =
        twoADay()
            .proposes(card("tone"))
            .shown("style", ofHours(2))
            .reserved("tone", Kind.NUDGE, ofMinutes(1));

    assertThat(arena.chosen()).containsExactly("tone");
  }

  @Test
  void two_placements_of_one_decision_draw_on_the_same_budget() {
    Arena arena =
        twoADay()
            .asks(Arena.BANNER)
            .asks(Arena.SIDEBAR)
            .proposes(card("invite").in(Arena.BANNER))
            .proposes(card("tone"))
            .shown("style", ofHours(2));

    assertThat(arena.chosen()).containsExactly("invite");
    assertThat(arena.suppressed()).containsExactly("tone NO_ATTENTION");
  }

  @Test
  void mandatory_actions_and_places_that_do_not_interrupt_cost_nothing() {
    Arena arena =
        twoADay()
            .asks(Arena.SIDEBAR)
            .asks(Arena.GRID)
            .proposes(card("terms").ofClass(ActionClass.MANDATORY))
            .proposes(card("report").in(Arena.GRID))
            .shown("style", ofHours(2))
            .shown("tone", ofHours(1));

    assertThat(arena.chosen()).containsExactly("terms", "report");
  }

  private static Arena twoADay() {
    return new Arena()
        .budget("two-a-day", 2, AttentionWindow.DAY, Kind.NUDGE, Kind.TOUR, Kind.MESSAGE);
  }
}
