package dev.attune.api.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sheds load early: bounds what one event loop works on at once, and bears less while the loop lags
 * behind. The bound falls and rises like TCP's window, additive up and multiplicative down: a
 * single pause costs little, lasting overload much. A slow store is no lag, so it alone refuses
 * nobody.
 *
 * <p>A lane whose share of the bound is used up lets its visitors wait for a moment, in which they
 * cost next to nothing; so a burst is smoothed, not refused. The last to come is the first to be
 * called, because those who have waited longest are the likeliest to have given up (adaptive LIFO:
 * Maurer, "Fail at Scale", ACM Queue 13(8), 2015). Used on that loop only.
 */
final class Admission {
  private static final double LESS = 0.9;
  private static final double MORE = 4;
  private static final double LEAST_SHARE = 1.0 / 16;

  /** Somebody at the door; told once what became of it. */
  interface Visitor {
    void come();

    void go();
  }

  private record Waiting(Visitor visitor, long until) {}

  private final int most;
  private final long bearableLagNanos;
  private final long patienceNanos;
  private final Map<Lane, Deque<Waiting>> waiting = new EnumMap<>(Lane.class);
  private double bound;
  private int inFlight;
  private int waitingCount;
  private boolean calling;

  /**
   * @param mostInFlight also how many may wait at once
   */
  Admission(int mostInFlight, long bearableLagNanos, long patienceNanos) {
    this.most = mostInFlight;
    this.bearableLagNanos = bearableLagNanos;
    this.patienceNanos = patienceNanos;
    this.bound = mostInFlight;
    for (Lane lane : Lane.values()) waiting.put(lane, new ArrayDeque<>());
  }

  boolean admits(Lane lane) {
    return lane == Lane.VITAL || inFlight < bound * lane.share();
  }

  /**
   * Lets a visitor wait who was not admitted.
   *
   * @param now of {@link System#nanoTime}
   * @return whether there was room; if not, the visitor is told nothing
   */
  boolean seats(Lane lane, Visitor visitor, long now) {
    if (waitingCount >= most) return false;
    of(lane).addLast(new Waiting(visitor, now + patienceNanos));
    waitingCount++;
    return true;
  }

  void begin() {
    inFlight++;
  }

  void end() {
    inFlight--;
    callIn();
  }

  /**
   * Sends away who has waited long enough, and calls in whom there is room for; told every few
   * moments.
   *
   * @param lagNanos how much later than planned the loop came to run its last timer
   * @param now of {@link System#nanoTime}
   */
  void tick(long lagNanos, long now) {
    bound =
        lagNanos > bearableLagNanos
            ? Math.max(most * LEAST_SHARE, bound * LESS)
            : Math.min(most, bound + MORE);
    callIn();
    for (Deque<Waiting> lane : waiting.values()) sendAway(lane, now);
  }

  /** A visitor may be gone at once and end within its call: that does not call the next one. */
  private void callIn() {
    if (calling || waitingCount == 0) return;
    calling = true;
    try {
      for (Visitor next = next(); next != null; next = next()) next.come();
    } finally {
      calling = false;
    }
  }

  private @Nullable Visitor next() {
    for (Lane lane : Lane.values()) {
      Deque<Waiting> seated = of(lane);
      if (seated.isEmpty() || !admits(lane)) continue;
      waitingCount--;
      return seated.removeLast().visitor();
    }
    return null;
  }

  private void sendAway(Deque<Waiting> lane, long now) {
    for (Waiting first = lane.peekFirst();
        first != null && now - first.until() >= 0;
        first = lane.peekFirst()) {
      lane.removeFirst();
      waitingCount--;
      first.visitor().go();
    }
  }

  private Deque<Waiting> of(Lane lane) {
    return Objects.requireNonNull(waiting.get(lane));
  }
}
