package dev.attune.api.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.machine.SystemThread.State;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Patience patience = new Patience();
  private long cpu = 1_000;

  @Test
  void a_thread_that_sleeps_takes_what_others_leave() {
    for (int look = 0; look < 20; look++) assertThat(look(false, 0)).isEqualTo(Policy.LEFTOVER);
  }

  @Test
  void a_thread_that_runs_well_on_what_others_leave_gets_no_more() {
    for (int look = 0; look < 20; look++) assertThat(look(true, 10)).isEqualTo(Policy.LEFTOVER);
  }

  @Test
  void a_thread_that_could_have_run_for_a_second_and_hardly_did_gets_its_share_for_two() {
    look(true, 10);
    for (int look = 0; look < 3; look++) assertThat(look(true, 1)).isEqualTo(Policy.LEFTOVER);
    assertThat(look(true, 1)).isEqualTo(Policy.FAIR);
    for (int look = 0; look < 7; look++) assertThat(look(true, 10)).isEqualTo(Policy.FAIR);
    assertThat(look(true, 10)).isEqualTo(Policy.LEFTOVER);
  }

  @Test
  void a_thread_that_had_nothing_to_do_in_between_was_not_starved() {
    look(true, 10);
    for (int round = 0; round < 5; round++) {
      assertThat(look(true, 0)).isEqualTo(Policy.LEFTOVER);
      assertThat(look(true, 0)).isEqualTo(Policy.LEFTOVER);
      assertThat(look(false, 0)).isEqualTo(Policy.LEFTOVER);
    }
  }

  private Policy look(boolean ready, int ran) {
    cpu += ran;
    return patience.next(new State("reader", ready, cpu, Policy.LEFTOVER));
  }
}
