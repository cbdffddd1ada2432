package dev.attune.api.redis;

import java.time.Duration;

/**
 * How long callers wait for Redis, and how much may wait at once.
 *
 * @param open until a start goes on without a Redis that accepts connections but does not answer
 * @param connect until a connection stands
 * @param read until a decision goes on without fresh facts
 * @param write until a caller hears that nothing is certain
 * @param browse for people who export, erase or browse
 * @param queue commands without an answer, per connection; more are refused at once
 */
public record RedisLimits(
    Duration open, Duration connect, Duration read, Duration write, Duration browse, int queue) {
  public static final RedisLimits DEFAULT =
      new RedisLimits(
          Duration.ofSeconds(10),
          Duration.ofMillis(500),
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          1_000);

  Duration of(Patience patience) {
    return switch (patience) {
      case READ -> read;
      case WRITE -> write;
      case LONG -> browse;
    };
  }
}
