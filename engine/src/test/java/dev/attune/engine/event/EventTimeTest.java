package dev.attune.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTimeTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void a_clock_that_is_an_hour_ahead_is_corrected_by_what_it_shows_on_sending() {
    Instant told = RECEIVED.plus(Duration.ofMinutes(58));
    Instant sentAt = RECEIVED.plus(Duration.ofMinutes(60));

    assertThat(EventTime.of(told, sentAt, RECEIVED))
        .isEqualTo(new EventTime(RECEIVED.minus(Duration.ofMinutes(2)), false));
  }

  @Test
  void the_future_is_clamped_to_the_moment_of_receipt() {
    assertThat(EventTime.of(RECEIVED.plus(Duration.ofDays(3650)), null, RECEIVED))
        .isEqualTo(new EventTime(RECEIVED, true));
    assertThat(EventTime.of(RECEIVED.plusSeconds(300), null, RECEIVED).clamped()).isFalse();
  }

  @Test
  void an_event_without_a_time_happens_on_receipt() {
    assertThat(EventTime.of(null, null, RECEIVED)).isEqualTo(new EventTime(RECEIVED, false));
  }
}
