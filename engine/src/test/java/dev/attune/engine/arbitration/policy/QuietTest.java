package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class QuietTest {
  @Test
  void no_mail_goes_out_at_night_in_the_persons_zone() {
    Arena arena = mail().zone("Asia/Tokyo").at("2026-03-02T14:00:07.250Z");

    assertThat(arena.suppressed()).containsExactly("resume QUIET_HOURS");
    assertThat(arena.detail()).isEqualTo("it is 23:00, quiet until 08:00");
    assertThat(mail().zone("Europe/Lisbon").at("2026-03-02T14:00:00Z").chosen())
        .containsExactly("resume");
  }

  @Test
  void inside_the_product_there_are_no_quiet_hours() {
    Arena arena = new Arena().quiet("00:00", "23:59").proposes(card("tone"));

    assertThat(arena.chosen()).containsExactly("tone");
  }

  private static Arena mail() {
    return new Arena()
        .quiet("22:00", "08:00")
        .asks(Arena.EMAIL)
        .proposes(card("resume").kind(Kind.MESSAGE).in(Arena.EMAIL));
  }
}
