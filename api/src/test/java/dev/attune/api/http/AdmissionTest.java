package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final int MOST = 160;
  private static final long BEARABLE = 10;

  private final Admission admission = new Admission(MOST, BEARABLE);

  @Test
  void a_loop_that_keeps_up_bears_all_it_may() {
    assertThat(admitted(Lane.DECIDE)).isEqualTo(MOST);
    assertThat(admission.admits(Lane.VITAL)).isTrue();
  }

  @Test
  void a_single_pause_costs_little() {
    admission.lag(1_000);

    assertThat(admitted(Lane.DECIDE)).isEqualTo(MOST * 9 / 10);
  }

  @Test
  void lasting_lag_leaves_a_sixteenth_and_never_nothing() {
    lag(1_000, BEARABLE + 1);

    assertThat(admitted(Lane.DECIDE)).isEqualTo(MOST / 16);
  }

  @Test
  void what_was_taken_away_comes_back_bit_by_bit() {
    lag(1_000, BEARABLE + 1);
    lag(10, 0);

    assertThat(admitted(Lane.DECIDE)).isEqualTo(MOST / 16 + 40);

    lag(1_000, BEARABLE);
    assertThat(admitted(Lane.DECIDE)).isEqualTo(MOST - MOST / 16 - 40);
  }

  @Test
  void each_lane_has_its_share_of_what_is_left() {
    assertThat(admitted(Lane.ADMIN)).isEqualTo(48);
    assertThat(admitted(Lane.CHAT)).isEqualTo(64 - 48);
    assertThat(admitted(Lane.INGEST)).isEqualTo(96 - 64);
    assertThat(admitted(Lane.DECIDE)).isEqualTo(MOST - 96);
  }

  private void lag(int ticks, long nanos) {
    for (int i = 0; i < ticks; i++) admission.lag(nanos);
  }

  /** How many more requests of a lane are taken before one is refused. */
  private int admitted(Lane lane) {
    int admitted = 0;
    while (admission.admits(lane)) {
      admission.begin();
      admitted++;
    }
    return admitted;
  }
}
