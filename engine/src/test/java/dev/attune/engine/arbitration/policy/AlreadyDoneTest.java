package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.ACard;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class AlreadyDoneTest {
  @Test
  void a_nudge_whose_goal_was_reached_after_it_was_shown_is_done_for_good() {
    Arena arena =
        new Arena()
            .proposes(card("tone").goal("tone.applied", ofDays(7)))
            .shown("tone", ofDays(30))
            .did("tone.applied", ofDays(29));

    assertThat(arena.suppressed()).containsExactly("tone ALREADY_DONE");
  }

  @Test
  void an_event_before_the_showing_is_not_its_doing() {
    Arena arena =
        new Arena()
            .proposes(card("tone").goal("tone.applied", ofDays(7)))
            .shown("tone", ofDays(1))
            .did("tone.applied", ofDays(2));

    assertThat(arena.chosen()).containsExactly("tone");
  }

  @Test
  void a_module_comes_back_when_its_goal_time_has_passed() {
    ACard report =
        card("report").kind(Kind.MODULE).in(Arena.GRID).goal("report.created", ofDays(7));

    assertThat(after(report, 3).suppressed()).containsExactly("report ALREADY_DONE");
    assertThat(after(report, 8).chosen()).containsExactly("report");
  }

  private static Arena after(ACard report, int days) {
    return new Arena()
        .proposes(report)
        .shown("report", Kind.MODULE, false, ofDays(days))
        .did("report.created", ofDays(days - 1))
        .asks(Arena.GRID);
  }
}
