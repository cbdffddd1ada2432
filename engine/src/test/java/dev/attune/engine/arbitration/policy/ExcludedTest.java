package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class ExcludedTest {
  @Test
  void the_better_of_two_that_exclude_each_other_stands_alone() {
    Arena arena =
        new Arena()
            .asks(Arena.GRID)
            .proposes(card("tone").in(Arena.GRID).priority(40).excludes("style"))
            .proposes(card("style").in(Arena.GRID).priority(60));

    assertThat(arena.chosen()).containsExactly("style");
    assertThat(arena.suppressed()).containsExactly("tone EXCLUDED");
    assertThat(arena.detail()).isEqualTo("may not stand beside style in home.grid");
  }

  @Test
  void an_action_stands_once_in_a_decision() {
    Arena arena =
        new Arena()
            .asks(Arena.BANNER)
            .asks(Arena.SIDEBAR)
            .proposes(card("tone").in(Arena.BANNER, Arena.SIDEBAR));

    assertThat(arena.chosen()).containsExactly("tone");
    assertThat(arena.detail()).isEqualTo("already stands in home.banner");
  }
}
