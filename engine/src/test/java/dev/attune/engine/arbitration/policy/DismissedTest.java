package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.Arena;
import dev.attune.engine.attention.ReactionType;
import org.junit.jupiter.api.Test;

class DismissedTest {
  @Test
  void a_dismissal_without_a_cool_down_is_final() {
    Arena arena =
        new Arena().proposes(card("tone")).reacted("tone", ReactionType.DISMISSED, ofDays(300));

    assertThat(arena.suppressed()).containsExactly("tone DISMISSED");
  }

  @Test
  void the_ladder_ends_after_its_last_snooze() {
    Arena arena = new Arena().proposes(card("tone").ladder(ofDays(1), 2));

    arena.reacted("tone", ReactionType.SNOOZED, ofDays(9));
    assertThat(arena.chosen()).containsExactly("tone");

    arena.reacted("tone", ReactionType.SNOOZED, ofDays(5));
    assertThat(arena.suppressed()).containsExactly("tone DISMISSED");
  }

  @Test
  void less_like_this_sends_it_away_and_halves_what_is_like_it() {
    Arena arena =
        new Arena()
            .asks(Arena.GRID)
            .declares(card("tone"))
            .proposes(card("style").in(Arena.GRID).priority(60))
            .proposes(card("invite").in(Arena.GRID).ofUseCase("team").priority(40))
            .reacted("tone", ReactionType.LESS, ofDays(1));

    assertThat(arena.chosen()).containsExactly("invite", "style");
  }
}
