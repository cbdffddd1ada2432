package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class SlotTakenTest {
  @Test
  void a_mandatory_action_takes_the_only_slot() {
    Arena arena =
        new Arena()
            .proposes(card("tone").priority(100))
            .proposes(card("terms").ofClass(ActionClass.MANDATORY).priority(1));

    assertThat(arena.chosen()).containsExactly("terms");
    assertThat(arena.suppressed()).containsExactly("tone SLOT_TAKEN");
  }

  @Test
  void mandatory_rows_come_first_and_do_not_use_up_the_limit() {
    Arena arena =
        new Arena()
            .asks(Arena.GRID, 1)
            .proposes(card("call").in(Arena.GRID))
            .proposes(card("contract").in(Arena.GRID).ofClass(ActionClass.MANDATORY));

    assertThat(arena.chosen()).containsExactly("contract", "call");
  }
}
