package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.ActionClass;
import dev.attune.engine.arbitration.ACard;
import dev.attune.engine.arbitration.Arena;
import dev.attune.engine.vocabulary.Purpose;
import org.junit.jupiter.api.Test;

class ConsentedTest {
  @Test
  void nothing_is_shown_for_a_purpose_the_person_was_never_asked_for() {
    Arena arena = new Arena().proposes(card("tone").purpose(Purpose.PERSONALISATION));

    assertThat(arena.suppressed()).containsExactly("tone NO_CONSENT");
    assertThat(arena.detail()).isEqualTo("was never asked for personalisation");
  }

  @Test
  void a_granted_purpose_lets_it_through_and_a_refused_one_does_not() {
    ACard tone = card("tone").purpose(Purpose.EMAIL);

    assertThat(new Arena().proposes(tone).consents(Purpose.EMAIL, true).chosen())
        .containsExactly("tone");
    assertThat(new Arena().proposes(tone).consents(Purpose.EMAIL, false).detail())
        .isEqualTo("refused email");
  }

  @Test
  void even_a_mandatory_action_needs_consent_for_its_purpose() {
    ACard terms = card("terms").ofClass(ActionClass.MANDATORY).purpose(Purpose.EMAIL);

    assertThat(new Arena().proposes(terms).suppressed()).containsExactly("terms NO_CONSENT");
  }
}
