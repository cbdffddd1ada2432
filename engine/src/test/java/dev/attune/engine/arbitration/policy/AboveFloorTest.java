package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.arbitration.Arena;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AboveFloorTest {
  private static final Ranking FLOOR_OF_FIVE = new Ranking(null, List.of(), 0, null, 5);

  private static Arena grid() {
    return new Arena().grid(4, FLOOR_OF_FIVE).asks(Arena.GRID);
  }

  @Test
  void a_place_stays_empty_rather_than_hold_what_scores_under_the_floor() {
    Arena arena =
        grid()
            .proposes(card("good").in(Arena.GRID).priority(50))
            .proposes(card("poor").in(Arena.GRID).priority(49));

    assertThat(arena.chosen()).containsExactly("good");
    assertThat(arena.suppressed()).containsExactly("poor OUTRANKED");
    assertThat(arena.detail()).isEqualTo("score 4.900 is under the placement's floor 5.000");
  }

  @Test
  void mandatory_and_pinned_actions_need_no_score() {
    Arena arena =
        grid()
            .arranged(List.of("pinned"), Set.of())
            .proposes(card("notice").in(Arena.GRID).ofClass(ActionClass.MANDATORY).priority(1))
            .proposes(card("pinned").in(Arena.GRID).priority(1));

    assertThat(arena.chosen()).containsExactly("notice", "pinned");
  }
}
