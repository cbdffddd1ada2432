package dev.attune.api.onboarding.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Leaves a provider alone for 30 seconds when five of its last ten calls failed, then lets one call
 * try. Safe for any thread.
 */
final class Breaker {
  private static final int WATCHED = 10;
  private static final int BEARABLE = 5;
  private static final Duration REST = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Deque<Boolean> lastFailed = new ArrayDeque<>();
  private Instant openUntil = Instant.MIN;
  private boolean trying;

  Breaker(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a call may be made now; each true is followed by one {@code record}. */
  synchronized boolean allows() {
    if (openUntil.equals(Instant.MIN)) return true;
    if (trying || clock.instant().isBefore(openUntil)) return false;
    trying = true;
    return true;
  }

  synchronized boolean isOpen() {
    return !openUntil.equals(Instant.MIN);
  }

  synchronized void succeeded() {
    if (trying) lastFailed.clear();
    trying = false;
    openUntil = Instant.MIN;
    watch(false);
  }

  synchronized void failed() {
    watch(true);
    long failures = lastFailed.stream().filter(failed -> failed).count();
    if (trying || failures >= BEARABLE) openUntil = clock.instant().plus(REST);
    trying = false;
  }

  /** The call says nothing about the provider. */
  synchronized void toldNothing() {
    trying = false;
  }

  private void watch(boolean failed) {
    lastFailed.addLast(failed);
    if (lastFailed.size() > WATCHED) lastFailed.removeFirst();
  }
}
