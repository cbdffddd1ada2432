package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class LifetimeCapTest {
  @Test
  void nobody_is_shown_it_more_often_than_its_lifetime_allows() {
    Arena arena = new Arena().proposes(card("tone").lifetime(2)).shown("tone", ofDays(400));
    assertThat(arena.chosen()).containsExactly("tone");

    arena.shown("tone", ofDays(200));
    assertThat(arena.suppressed()).containsExactly("tone CAPPED");
    assertThat(arena.detail()).isEqualTo("shown 2 times in all, at most 2");
  }
}
