package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class OutrankedTest {
  @Test
  void the_detail_names_who_won_and_by_which_part() {
    Arena arena =
        new Arena().proposes(card("tone").priority(40)).proposes(card("style").priority(60));

    assertThat(arena.suppressed()).containsExactly("tone OUTRANKED");
    assertThat(arena.detail())
        .isEqualTo("outranked by style: priority 60.00 over 40.00, score 6.000 over 4.000");
  }

  @Test
  void a_request_may_ask_for_fewer_than_fit() {
    Arena arena =
        new Arena()
            .asks(Arena.GRID, 1)
            .proposes(card("tone").in(Arena.GRID))
            .proposes(card("style").in(Arena.GRID));

    assertThat(arena.chosen()).containsExactly("style");
    assertThat(arena.detail()).isEqualTo("outranked by style: same score, first by name");
  }
}
