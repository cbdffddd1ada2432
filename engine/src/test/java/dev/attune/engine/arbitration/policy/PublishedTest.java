package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class PublishedTest {
  @Test
  void an_unpublished_action_is_in_no_decision() {
    Arena arena = new Arena().proposes(card("tone").unpublished());

    assertThat(arena.chosen()).isEmpty();
    assertThat(arena.suppressed()).containsExactly("tone NOT_PUBLISHED");
  }
}
