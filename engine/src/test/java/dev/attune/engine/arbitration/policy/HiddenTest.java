package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.arbitration.Arena;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HiddenTest {
  private static Arena hiding(String action) {
    return new Arena().asks(Arena.GRID).arranged(List.of(), Set.of(action));
  }

  @Test
  void what_the_person_hid_is_not_shown_here_however_well_it_scores() {
    Arena arena =
        hiding("reports")
            .proposes(card("reports").in(Arena.GRID).priority(100))
            .proposes(card("board").in(Arena.GRID).priority(1));

    assertThat(arena.chosen()).containsExactly("board");
    assertThat(arena.suppressed()).containsExactly("reports DISMISSED");
    assertThat(arena.detail()).isEqualTo("hidden here by the person at 10:00");
  }

  @Test
  void elsewhere_it_may_stand() {
    Arena arena = hiding("reports").asks(Arena.BANNER).proposes(card("reports").in(Arena.BANNER));

    assertThat(arena.chosen()).containsExactly("reports");
  }

  @Test
  void a_mandatory_action_cannot_be_hidden() {
    Arena arena =
        hiding("notice").proposes(card("notice").in(Arena.GRID).ofClass(ActionClass.MANDATORY));

    assertThat(arena.chosen()).containsExactly("notice");
  }
}
