package dev.attune.engine.arbitration;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.action.Prior;
import org.junit.jupiter.api.Test;

class ArbiterTest {
  @Test
  void an_earlier_class_comes_first_whatever_the_score() {
    Arena arena =
        new Arena()
            .asks(Arena.GRID)
            .proposes(card("offer").in(Arena.GRID).ofClass(ActionClass.PROMOTIONAL).priority(100))
            .proposes(card("notice").in(Arena.GRID).ofClass(ActionClass.SERVICE).priority(1))
            .proposes(card("tone").in(Arena.GRID).priority(50));

    assertThat(arena.chosen()).containsExactly("notice", "tone", "offer");
  }

  @Test
  void the_parts_multiply_to_the_score_and_are_returned_with_their_evidence() {
    Arena arena =
        new Arena()
            .proposes(card("tone").priority(60).value(2).prior(2, 10), 1.5, "why")
            .evidence("tone", 90, 28);

    Ranked chosen = arena.arbitration().filled().get(0).chosen().get(0);

    assertThat(chosen.parts())
        .isEqualTo(new ScoreParts(60, 1.5, 0.3, 2, 1, 1, new Evidence(90, 28)));
    assertThat(chosen.score()).isCloseTo(54, within(1e-9));
  }

  @Test
  void evidence_moves_the_likelihood_from_the_prior_towards_what_was_counted() {
    Prior prior = new Prior(1, 10);

    assertThat(Score.likelihood(prior, Evidence.NONE)).isEqualTo(0.1);
    assertThat(Score.likelihood(prior, new Evidence(10, 9))).isEqualTo(0.5);
    assertThat(Score.likelihood(prior, new Evidence(99_990, 89_999))).isEqualTo(0.9);
  }

  @Test
  void what_was_accepted_and_never_reported_as_shown_is_no_more_than_certain() {
    assertThat(Score.likelihood(new Prior(1, 10), new Evidence(0, 90))).isEqualTo(0.91);
  }

  @Test
  void two_proposals_of_one_action_are_one_candidate_of_the_best_weight() {
    Arena arena =
        new Arena()
            .proposes(card("tone"), 1, "a reason")
            .proposes(card("tone"), 2, "z reason")
            .proposes(card("tone"), 2, "m reason");

    Ranked chosen = arena.arbitration().filled().get(0).chosen().get(0);

    assertThat(chosen.contender().candidate().because()).isEqualTo("m reason");
    assertThat(arena.suppressed()).isEmpty();
  }

  @Test
  void an_action_is_not_considered_for_a_placement_its_card_does_not_name() {
    Arena arena = new Arena().asks(Arena.BANNER).proposes(card("tone"));

    assertThat(arena.chosen()).isEmpty();
    assertThat(arena.suppressed()).isEmpty();
  }

  @Test
  void the_first_policy_that_refuses_gives_the_one_reason() {
    Arena arena = new Arena().holdout(1).proposes(card("tone").unpublished().lifetime(0));

    assertThat(arena.suppressed()).containsExactly("tone NOT_PUBLISHED");
  }
}
