package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // may overflow on the way
  private final Rate rate = new Rate(5, now::get);

  @Test
  void as_many_calls_as_fit_a_second_are_let_on_at_once_and_no_more() {
    assertThat(letOn(20)).isEqualTo(5);
    assertThat(rate.take()).isEqualTo(1);
  }

  @Test
  void a_fifth_of_a_second_lets_one_more_on() {
    letOn(20);

    now.addAndGet(Duration.ofMillis(200).toNanos());

    assertThat(letOn(20)).isEqualTo(1);
  }

  @Test
  void a_pause_saves_up_no_more_than_a_second() {
    now.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(letOn(20)).isEqualTo(5);
  }

  private int letOn(int asked) {
    int let = 0;
    for (int i = 0; i < asked; i++) if (rate.take() == 0) let++;
    return let;
  }
}
