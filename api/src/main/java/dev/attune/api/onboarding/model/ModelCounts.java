package dev.attune.api.onboarding.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What the calls of one process came to, for metrics. Safe for any thread. */
public final class ModelCounts {
  private long answered;
  private Usage usage = Usage.NONE;
  private final Map<Failure, Long> failures = new EnumMap<>(Failure.class);

  synchronized void add(ModelReply reply) {
    usage = usage.plus(reply.usage());
    if (reply instanceof ModelReply.Failed failed) {
      failures.merge(failed.failure(), 1L, Long::sum);
    } else {
      answered++;
    }
  }

  public synchronized long answered() {
    return answered;
  }

  public synchronized Usage usage() {
    return usage;
  }

  public synchronized Map<Failure, Long> failures() {
    return new TreeMap<>(failures);
  }
}
