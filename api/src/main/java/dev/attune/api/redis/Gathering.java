package dev.attune.api.redis;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Adds up counts in memory and hands them on once a second, so that counting costs a request
 * nothing. Bounded: beyond {@code names} new names are let go. Thread-safe.
 */
final class Gathering {
  private static final int SECOND = 1;

  private final RedisLinks links;
  private final Runnable flush;
  private final int names;
  private Map<String, Long> counts = new HashMap<>();
  private boolean due;

  Gathering(RedisLinks links, int names, Runnable flush) {
    this.links = links;
    this.names = names;
    this.flush = flush;
  }

  synchronized void add(String name, long count) {
    if (counts.size() >= names && !counts.containsKey(name)) return;
    counts.merge(name, count, Long::sum);
    if (due) return;
    due = true;
    links.here().loop().schedule(flush, SECOND, TimeUnit.SECONDS);
  }

  /** What was gathered; it is no longer here. */
  synchronized Map<String, Long> take() {
    Map<String, Long> taken = counts;
    counts = new HashMap<>();
    due = false;
    return taken;
  }

  /** Takes counts back that could not be handed on. */
  void addAll(Map<String, Long> untaken) {
    untaken.forEach(this::add);
  }
}
