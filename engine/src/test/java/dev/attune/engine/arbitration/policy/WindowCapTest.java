package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class WindowCapTest {
  @Test
  void nobody_is_shown_it_a_third_time_in_a_week() {
    Arena arena =
        new Arena()
            .proposes(card("tone").cap(2, ofDays(7)))
            .shown("tone", ofDays(6))
            .shown("tone", ofDays(1));

    assertThat(arena.suppressed()).containsExactly("tone CAPPED");
    assertThat(arena.detail()).isEqualTo("shown 2 times within 7d, at most 2");
  }

  @Test
  void the_first_of_two_showings_is_forgotten_after_exactly_a_week() {
    Arena arena =
        new Arena()
            .proposes(card("tone").cap(2, ofDays(7)))
            .shown("tone", ofDays(7))
            .shown("tone", ofDays(1));

    assertThat(arena.chosen()).containsExactly("tone");
  }

  @Test
  void a_mandatory_action_obeys_its_own_cap() {
    Arena arena =
        new Arena()
            .proposes(card("terms").ofClass(ActionClass.MANDATORY).cap(1, ofDays(1)))
            .shown("terms", ofHours(3));

    assertThat(arena.suppressed()).containsExactly("terms CAPPED");
  }
}
