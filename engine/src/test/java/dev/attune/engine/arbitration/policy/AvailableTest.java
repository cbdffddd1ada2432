package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class AvailableTest {
  @Test
  void what_the_app_did_not_list_is_left_out() {
    Arena arena =
        new Arena()
            .asks(Arena.GRID)
            .available("reports", "of another release")
            .proposes(card("reports").in(Arena.GRID))
            .proposes(card("board").in(Arena.GRID));

    assertThat(arena.chosen()).containsExactly("reports");
    assertThat(arena.suppressed()).containsExactly("board NOT_PUBLISHED");
    assertThat(arena.detail()).isEqualTo("the app did not list it as available");
  }

  @Test
  void not_even_mandatory_or_pinned_actions_are_shown_without_their_content() {
    Arena arena =
        new Arena()
            .asks(Arena.GRID)
            .available()
            .arranged(java.util.List.of("board"), java.util.Set.of())
            .proposes(card("notice").in(Arena.GRID).ofClass(ActionClass.MANDATORY))
            .proposes(card("board").in(Arena.GRID));

    assertThat(arena.chosen()).isEmpty();
  }

  @Test
  void without_a_list_everything_is_available() {
    Arena arena = new Arena().asks(Arena.GRID).proposes(card("reports").in(Arena.GRID));

    assertThat(arena.chosen()).containsExactly("reports");
  }
}
