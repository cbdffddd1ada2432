package dev.attune.api.redis;

import java.time.Duration;

/** How long a caller waits for Redis. */
enum Patience {
  READ(Duration.ofMillis(50)),
  WRITE(Duration.ofMillis(200)),
  /** For people who export, erase or browse. */
  LONG(Duration.ofSeconds(5));

  final Duration time;

  Patience(Duration time) {
    this.time = time;
  }
}
