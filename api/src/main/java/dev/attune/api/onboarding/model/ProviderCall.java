package dev.attune.api.onboarding.model;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider: how to end it, and what its status line said. The provider's libraries
 * know no such thing, so the thread that starts a call carries it to the HTTP client.
 */
final class ProviderCall {
  private static final ThreadLocal<ProviderCall> STARTING = new ThreadLocal<>();

  private final AtomicReference<@Nullable Runnable> ending = new AtomicReference<>();
  private volatile boolean cancelled;
  private volatile @Nullable Failure refusal;
  private volatile @Nullable Duration retryAfter;

  /** Runs {@code start} with this call as the one its HTTP request belongs to. */
  void during(Runnable start) {
    STARTING.set(this);
    try {
      start.run();
    } finally {
      STARTING.remove();
    }
  }

  /** The call the running thread is starting. */
  static ProviderCall starting() {
    ProviderCall call = STARTING.get();
    if (call == null) throw new IllegalStateException("a provider is asked outside of a call");
    return call;
  }

  /** What ends the request in its present stage. */
  void endsWith(Runnable end) {
    ending.set(end);
    if (cancelled) end.run();
  }

  /** Ends the request now, in whatever stage it is; the connection is closed. */
  void cancel() {
    cancelled = true;
    Runnable end = ending.getAndSet(null);
    if (end != null) end.run();
  }

  void refused(Failure failure, @Nullable Duration retryAfter) {
    this.retryAfter = retryAfter;
    this.refusal = failure;
  }

  Optional<Failure> refusal() {
    return Optional.ofNullable(refusal);
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
