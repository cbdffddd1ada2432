package dev.attune.api.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.machine.SystemThread.State;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Patience patience = new Patience(100);
  private long cpu = 1_000;

  @Test
  void a_thread_that_sleeps_takes_what_others_leave() {
    for (int look = 0; look < 20; look++) assertThat(look(false, 0)).isEqualTo(Policy.LEFTOVER);
  }

  @Test
  void a_thread_that_runs_well_on_what_others_leave_gets_no_more() {
    for (int look = 0; look < 20; look++) assertThat(look(true, 25)).isEqualTo(Policy.LEFTOVER);
  }

  @Test
  void a_thread_that_has_missed_a_second_gets_its_share_until_it_has_caught_up() {
    look(true, 25);
    for (int look = 0; look < 4; look++) assertThat(look(true, 0)).isEqualTo(Policy.LEFTOVER);
    assertThat(look(true, 0)).isEqualTo(Policy.FAIR);
    for (int look = 0; look < 50; look++) assertThat(look(true, 20)).isEqualTo(Policy.FAIR);
    for (int look = 0; look < 3; look++) assertThat(look(false, 0)).isEqualTo(Policy.FAIR);
    assertThat(look(false, 0)).isEqualTo(Policy.LEFTOVER);
  }

  @Test
  void a_thread_that_gets_half_of_what_it_could_use_is_patient_twice_as_long() {
    look(true, 25);
    for (int look = 0; look < 8; look++) assertThat(look(true, 13)).isEqualTo(Policy.LEFTOVER);
    assertThat(look(true, 13)).isEqualTo(Policy.FAIR);
  }

  @Test
  void a_thread_that_had_nothing_to_do_in_between_has_missed_nothing() {
    for (int round = 0; round < 5; round++) {
      for (int look = 0; look < 4; look++) assertThat(look(true, 0)).isEqualTo(Policy.LEFTOVER);
      assertThat(look(false, 0)).isEqualTo(Policy.LEFTOVER);
    }
  }

  @Test
  void a_thread_may_lose_its_patience() {
    look(true, 25);
    assertThat(look(true, 0)).isEqualTo(Policy.LEFTOVER);
    patience.mayMiss(25);
    assertThat(look(true, 0)).isEqualTo(Policy.FAIR);
  }

  private Policy look(boolean ready, int ran) {
    cpu += ran;
    return patience.next(new State("reader", ready, cpu, Policy.LEFTOVER));
  }
}
