package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.Arena;
import dev.attune.engine.attention.ReactionType;
import org.junit.jupiter.api.Test;

class CoolingDownTest {
  @Test
  void a_dismissed_action_rests_as_long_as_its_card_says() {
    Arena arena =
        new Arena()
            .proposes(card("tone").restsAfterDismissed(ofDays(14)))
            .reacted("tone", ReactionType.DISMISSED, ofDays(13));

    assertThat(arena.suppressed()).containsExactly("tone COOLING_DOWN");
    assertThat(arena.detail()).isEqualTo("rests until 10:00 on 2026-03-03");
    assertThat(arena.at("2026-03-03T10:00:00Z").chosen()).containsExactly("tone");
  }

  @Test
  void a_snoozed_action_rests_until_its_snooze_ends() {
    Arena arena =
        new Arena().proposes(card("tone")).reacted("tone", ReactionType.SNOOZED, ofHours(23));

    assertThat(arena.suppressed()).containsExactly("tone COOLING_DOWN");
  }

  @Test
  void an_action_may_rest_after_each_showing_and_acceptance() {
    assertThat(
            new Arena()
                .proposes(card("tone").restsAfterShown(ofDays(2)))
                .shown("tone", ofDays(1))
                .suppressed())
        .containsExactly("tone COOLING_DOWN");
    assertThat(
            new Arena()
                .proposes(card("tone").restsAfterAccepted(ofDays(2)))
                .reacted("tone", ReactionType.ACCEPTED, ofDays(1))
                .suppressed())
        .containsExactly("tone COOLING_DOWN");
  }
}
