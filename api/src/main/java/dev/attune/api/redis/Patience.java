package dev.attune.api.redis;

/** How long a caller waits for Redis; {@link RedisLimits} says it in milliseconds. */
enum Patience {
  READ,
  WRITE,
  /** For people who talk, export, erase or browse. */
  LONG
}
