package dev.attune.engine.arbitration;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PinsTest {
  private static Arena pinning(String... actions) {
    return new Arena().asks(Arena.GRID).arranged(List.of(actions), Set.of());
  }

  @Test
  void what_is_pinned_stands_first_in_the_order_the_person_gave_it() {
    Arena arena =
        pinning("b", "a")
            .proposes(card("a").in(Arena.GRID).priority(1))
            .proposes(card("b").in(Arena.GRID).priority(1).ofClass(ActionClass.PROMOTIONAL))
            .proposes(card("best").in(Arena.GRID).priority(100).ofClass(ActionClass.SERVICE));

    assertThat(arena.chosen()).containsExactly("b", "a", "best");
  }

  @Test
  void a_pin_wins_over_caps_dismissals_and_rests() {
    Arena arena =
        pinning("a")
            .shown("a", Duration.ofHours(1))
            .reacted("a", ReactionType.DISMISSED, Duration.ofHours(1))
            .proposes(card("a").in(Arena.GRID).lifetime(1).restsAfterShown(Duration.ofDays(9)));

    assertThat(arena.chosen()).containsExactly("a");
    assertThat(Asking.asks(arena.arbitration(), arena.contest())).isEmpty();
  }

  @Test
  void a_pin_does_not_win_over_consent_and_publication() {
    Arena arena =
        pinning("a", "b")
            .consents(Purpose.PERSONALISATION, false)
            .proposes(card("a").in(Arena.GRID).purpose(Purpose.PERSONALISATION))
            .proposes(card("b").in(Arena.GRID).unpublished());

    assertThat(arena.suppressed()).containsExactly("a NO_CONSENT", "b NOT_PUBLISHED");
  }

  @Test
  void what_is_pinned_stays_when_no_rule_proposes_it_any_more() {
    Arena arena = pinning("a").declares(card("a").in(Arena.GRID));

    assertThat(arena.chosen()).containsExactly("a");
  }

  @Test
  void unless_only_a_rule_can_fill_in_what_it_says() {
    Arena arena = pinning("{title}").declares(card("{title}").in(Arena.GRID));

    assertThat(arena.chosen()).isEmpty();
  }

  @Test
  void more_pins_than_places_leave_the_last_ones_out() {
    Arena arena = pinning("a", "b", "c", "d");
    for (String each : List.of("a", "b", "c", "d", "e")) arena.proposes(card(each).in(Arena.GRID));

    assertThat(arena.chosen()).containsExactly("a", "b", "c");
    assertThat(arena.suppressed()).containsExactly("d SLOT_TAKEN", "e SLOT_TAKEN");
  }

  @Test
  void an_interrupting_placement_cannot_be_pinned_to() {
    Arena arena =
        new Arena()
            .grid(2, dev.attune.engine.action.Ranking.BY_SCORE)
            .asks(Arena.BANNER)
            .arranged(List.of("a"), Set.of())
            .proposes(card("a").in(Arena.BANNER).lifetime(0));

    assertThat(arena.suppressed()).containsExactly("a CAPPED");
  }
}
