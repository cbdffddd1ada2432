package dev.attune.api.onboarding.model;

import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call: an attempt, and a second one when the first failed in passing and time is left. Its
 * reply comes within the total deadline in any case.
 */
final class Call implements Asked {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final CompletableFuture<ModelReply> reply = new CompletableFuture<>();
  private final long begunNanos = System.nanoTime();
  private final ModelLimits limits;
  private final ScheduledExecutorService timers;
  private final Executor starters;
  private final Consumer<String> words;
  private volatile @Nullable Attempt running;

  Call(
      ModelLimits limits,
      ScheduledExecutorService timers,
      Executor starters,
      Consumer<String> words) {
    this.limits = limits;
    this.timers = timers;
    this.starters = starters;
    this.words = words;
    Future<?> deadline =
        timers.schedule(
            () -> stop(Failure.TOO_LATE), limits.total().toMillis(), TimeUnit.MILLISECONDS);
    reply.whenComplete((outcome, bug) -> deadline.cancel(false));
  }

  @Override
  public CompletionStage<ModelReply> reply() {
    return reply;
  }

  @Override
  public void cancel() {
    stop(Failure.CANCELLED);
  }

  private void stop(Failure failure) {
    end(failure);
    Attempt attempt = running;
    if (attempt != null) attempt.cancel();
  }

  void end(Failure failure) {
    reply.complete(ModelReply.Failed.of(failure));
  }

  /**
   * Asks on a thread of its own, because a provider's first call takes a while.
   *
   * @return false when the call was over before and nobody is asked
   */
  boolean start(Consumer<StreamingChatResponseHandler> ask) {
    if (reply.isDone()) return false;
    attempt(ask, true);
    return true;
  }

  private void attempt(Consumer<StreamingChatResponseHandler> ask, boolean mayRetry) {
    if (reply.isDone()) return;
    Attempt attempt = new Attempt(limits, timers, words);
    running = attempt;
    try {
      starters.execute(
          () -> attempt.run(ask).thenAccept(one -> decide(ask, attempt, one, mayRetry)));
    } catch (RejectedExecutionException tooMany) {
      end(Failure.TOO_MANY);
    }
    if (reply.isDone()) attempt.cancel();
  }

  private void decide(
      Consumer<StreamingChatResponseHandler> ask,
      Attempt attempt,
      ModelReply outcome,
      boolean mayRetry) {
    Duration pause = attempt.call().retryAfter().orElse(PAUSE);
    boolean worthwhile =
        mayRetry
            && !attempt.hasBegun()
            && outcome instanceof ModelReply.Failed failed
            && failed.failure().isPassing()
            && pause.compareTo(left().minus(limits.firstToken())) < 0;
    if (worthwhile) {
      timers.schedule(() -> attempt(ask, false), pause.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      reply.complete(outcome);
    }
  }

  private Duration left() {
    Duration spent = Duration.ofNanos(System.nanoTime() - begunNanos);
    return limits.total().minus(spent);
  }

  /** A call that was never made. */
  record Answered(ModelReply outcome) implements Asked {
    @Override
    public CompletionStage<ModelReply> reply() {
      return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public void cancel() {}
  }
}
