package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class HeldOutTest {
  @Test
  void a_held_out_person_sees_nothing_but_what_is_mandatory() {
    Arena arena =
        new Arena()
            .holdout(1)
            .proposes(card("tone"))
            .proposes(card("terms").ofClass(ActionClass.MANDATORY));

    assertThat(arena.chosen()).containsExactly("terms");
    assertThat(arena.suppressed()).containsExactly("tone HOLDOUT");
  }

  @Test
  void the_held_out_share_is_the_declared_one_and_always_the_same_people() {
    int heldOut = 0;
    for (int i = 0; i < 20_000; i++) {
      Arena arena = new Arena().holdout(0.1).proposes(card("tone")).person("person-" + i);
      boolean held = arena.chosen().isEmpty();
      assertThat(arena.chosen().isEmpty()).isEqualTo(held);
      if (held) heldOut++;
    }

    assertThat(heldOut).isBetween(1_850, 2_150);
  }
}
