package dev.attune.engine.arbitration;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.engine.action.Affinity;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffinityTest {
  private static final Ranking RANKING =
      new Ranking(new Affinity(Duration.ofDays(7), 2, 3), List.of(), 0, null, 0);

  private static Arena grid() {
    return new Arena()
        .grid(3, RANKING)
        .asks(Arena.GRID)
        .consents(Purpose.PERSONALISATION, true)
        .proposes(card("reports").in(Arena.GRID).likedBy("report.created"));
  }

  private static ScoreParts parts(Arena arena) {
    return arena.arbitration().filled().get(0).chosen().get(0).parts();
  }

  @Test
  void what_nobody_uses_scores_as_it_is() {
    assertThat(parts(grid()).affinity()).isEqualTo(1);
  }

  @Test
  void a_use_counts_half_after_its_half_life_and_a_quarter_after_two() {
    assertThat(affinity(Duration.ZERO)).isEqualTo(1 + 2 * 1 / 3.0);
    assertThat(affinity(Duration.ofDays(7))).isCloseTo(1 + 2 * .5 / 2.5, within(1e-12));
    assertThat(affinity(Duration.ofDays(14))).isCloseTo(1 + 2 * .25 / 2.25, within(1e-12));
  }

  private static double affinity(Duration ago) {
    return parts(grid().did("report.created", ago)).affinity();
  }

  @Test
  void many_uses_approach_the_bound_and_never_pass_it() {
    Arena arena = grid();
    for (int i = 0; i < 500; i++) arena.did("report.created", Duration.ofHours(i % 24));

    assertThat(parts(arena).affinity()).isBetween(2.9, 3.0);
  }

  @Test
  void the_last_acceptance_is_a_use_too() {
    Arena arena = grid().reacted("reports", ReactionType.ACCEPTED, Duration.ofDays(7));

    assertThat(parts(arena).affinity()).isCloseTo(1 + 2 * .5 / 2.5, within(1e-12));
  }

  @Test
  void without_consent_to_personalisation_no_use_counts() {
    Arena arena =
        grid().consents(Purpose.PERSONALISATION, false).did("report.created", Duration.ofHours(1));

    assertThat(parts(arena).affinity()).isEqualTo(1);
  }

  @Test
  void what_is_used_overtakes_what_is_not_and_falls_back_as_it_fades() {
    Arena arena =
        grid()
            .proposes(card("board").in(Arena.GRID).priority(60))
            .did("report.created", Duration.ofHours(1));

    assertThat(arena.chosen()).containsExactly("reports", "board");
    assertThat(arena.comesBack(arena.arbitration(), Duration.ofDays(28)).chosen())
        .containsExactly("board", "reports");
  }
}
