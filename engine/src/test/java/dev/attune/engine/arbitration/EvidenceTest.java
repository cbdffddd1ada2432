package dev.attune.engine.arbitration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Prior;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Prior THREE_OF_TEN = new Prior(3, 10);

  @Test
  void what_was_overridden_was_shown_also_where_the_app_did_not_say_so() {
    assertThat(Evidence.of(0, 0, 4)).isEqualTo(new Evidence(4, 0));
    assertThat(Evidence.of(2, 1, 4)).isEqualTo(new Evidence(5, 1));
    assertThat(Evidence.of(20, 1, 4)).as("told already").isEqualTo(new Evidence(20, 1));
  }

  @Test
  void deciding_otherwise_lowers_the_likelihood() {
    double before = Score.likelihood(THREE_OF_TEN, Evidence.of(0, 0, 0));
    double after = Score.likelihood(THREE_OF_TEN, Evidence.of(0, 0, 5));

    assertThat(before).isEqualTo(0.3);
    assertThat(after).isEqualTo(0.2);
  }
}
