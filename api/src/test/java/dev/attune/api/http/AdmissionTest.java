package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final int MOST = 160;
  private static final long BEARABLE = 10;
  private static final long PATIENCE = 50;

  private final Admission admission = new Admission(MOST, BEARABLE, PATIENCE);
  private final List<String> called = new ArrayList<>();

  @Test
  void a_loop_that_keeps_up_bears_all_it_may() {
    assertThat(admitted(Lane.DECIDE)).isEqualTo(MOST);
    assertThat(admission.admits(Lane.VITAL)).isTrue();
  }

  @Test
  void a_single_pause_costs_little() {
    admission.tick(1_000, 0);

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

  @Test
  void who_waits_is_called_when_another_is_done() {
    admitted(Lane.DECIDE);
    assertThat(admission.seats(Lane.DECIDE, visitor("ana"), 0)).isTrue();
    assertThat(called).isEmpty();

    admission.end();

    assertThat(called).containsExactly("ana comes");
  }

  @Test
  void who_came_last_is_called_first_and_a_higher_lane_before_a_lower_one() {
    admitted(Lane.DECIDE);
    admission.seats(Lane.DECIDE, visitor("first"), 0);
    admission.seats(Lane.INGEST, visitor("event"), 0);
    admission.seats(Lane.DECIDE, visitor("last"), 0);

    for (int i = 0; i < MOST; i++) admission.end();

    assertThat(called).containsExactly("last comes", "first comes", "event comes");
  }

  @Test
  void who_has_waited_long_enough_is_sent_away_once() {
    admitted(Lane.DECIDE);
    admission.seats(Lane.DECIDE, visitor("ana"), 0);
    admission.seats(Lane.DECIDE, visitor("ben"), 1);

    admission.tick(0, PATIENCE - 1);
    assertThat(called).isEmpty();
    admission.tick(BEARABLE + 1, PATIENCE);
    assertThat(called).containsExactly("ana goes");
    for (int i = 0; i < MOST; i++) admission.end();
    admission.tick(0, 10 * PATIENCE);

    assertThat(called).containsExactly("ana goes", "ben comes");
  }

  @Test
  void no_more_may_wait_than_may_be_worked_on() {
    for (int i = 0; i < MOST; i++) {
      assertThat(admission.seats(Lane.DECIDE, visitor("one"), 0)).isTrue();
    }

    assertThat(admission.seats(Lane.DECIDE, visitor("too many"), 0)).isFalse();
  }

  @Test
  void visitors_who_are_done_at_once_are_called_one_after_the_other() {
    admitted(Lane.DECIDE);
    for (int i = 0; i < MOST; i++) admission.seats(Lane.DECIDE, new DoneAtOnce(), 0);

    admission.end();

    assertThat(called).hasSize(MOST);
  }

  private final class DoneAtOnce implements Admission.Visitor {
    @Override
    public void come() {
      admission.begin();
      called.add("came at depth " + StackWalker.getInstance().walk(Stream::count));
      assertThat(called).containsOnly(called.get(0));
      admission.end();
    }

    @Override
    public void go() {
      throw new AssertionError("there was room");
    }
  }

  /** Takes the place it is called to. */
  private Admission.Visitor visitor(String name) {
    return new Admission.Visitor() {
      @Override
      public void come() {
        admission.begin();
        called.add(name + " comes");
      }

      @Override
      public void go() {
        called.add(name + " goes");
      }
    };
  }

  private void lag(int ticks, long nanos) {
    for (int i = 0; i < ticks; i++) admission.tick(nanos, 0);
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
