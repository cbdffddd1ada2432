package dev.attune.api.onboarding.model;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one answer as it comes and ends it when it starts late, stalls or ends without a
 * reason. Its outcome comes exactly once.
 */
final class Attempt implements StreamingChatResponseHandler {
  private final ProviderCall call = new ProviderCall();
  private final CompletableFuture<ModelReply> outcome = new CompletableFuture<>();
  private final ModelLimits limits;
  private final ScheduledExecutorService timers;
  private final Consumer<String> words;
  private volatile boolean begun;
  private volatile @Nullable Future<?> watch;

  /**
   * @param words told each piece of the answer as it comes, on the provider's thread
   */
  Attempt(ModelLimits limits, ScheduledExecutorService timers, Consumer<String> words) {
    this.limits = limits;
    this.timers = timers;
    this.words = words;
  }

  /** Asks. */
  CompletableFuture<ModelReply> run(Consumer<StreamingChatResponseHandler> ask) {
    watch = after(limits.firstToken(), Failure.SLOW_START);
    outcome.whenComplete((reply, bug) -> stopWatching());
    if (outcome.isDone()) return outcome;
    try {
      call.during(() -> ask.accept(this));
    } catch (RuntimeException refusedBeforeSending) {
      onError(refusedBeforeSending);
    }
    return outcome;
  }

  ProviderCall call() {
    return call;
  }

  /** Whether any word of the answer came. */
  boolean hasBegun() {
    return begun;
  }

  void cancel() {
    end(Failure.CANCELLED);
  }

  @Override
  public void onPartialResponse(String piece) {
    if (outcome.isDone()) return;
    begun = true;
    stopWatching();
    watch = after(limits.stall(), Failure.STALLED);
    if (outcome.isDone()) stopWatching();
    words.accept(piece);
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    Usage usage = usage(response.tokenUsage());
    FinishReason finish = response.finishReason();
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    if (finish == FinishReason.STOP && text != null && !text.isBlank()) {
      outcome.complete(new ModelReply.Answered(text, usage));
    } else {
      outcome.complete(new ModelReply.Failed(failure(finish), usage));
    }
  }

  @Override
  public void onError(Throwable error) {
    Failure failure = call.refusal().orElseGet(() -> failure(error));
    outcome.complete(ModelReply.Failed.of(failure));
    call.cancel();
  }

  /** Ends at once when the timers have been closed, as they are when the server stops. */
  private @Nullable Future<?> after(Duration time, Failure failure) {
    try {
      return timers.schedule(() -> end(failure), time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      end(Failure.CANCELLED);
      return null;
    }
  }

  /** No callback comes after a cancel, so the outcome is given here. */
  private void end(Failure failure) {
    if (outcome.complete(ModelReply.Failed.of(failure))) call.cancel();
  }

  private void stopWatching() {
    Future<?> running = watch;
    if (running != null) running.cancel(false);
  }

  private static Failure failure(@Nullable FinishReason finish) {
    if (finish == null) return Failure.UNFINISHED;
    return switch (finish) {
      case LENGTH -> Failure.TOO_LONG;
      case CONTENT_FILTER -> Failure.WITHHELD;
      case STOP, TOOL_EXECUTION -> Failure.UNREADABLE;
      case OTHER -> Failure.UNFINISHED;
    };
  }

  private Failure failure(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ContentFilteredException) return Failure.WITHHELD;
      if (cause instanceof JacksonException) return Failure.UNREADABLE;
      if (cause instanceof IOException || cause instanceof UnresolvedAddressException) {
        return begun ? Failure.UNFINISHED : Failure.UNREACHABLE;
      }
    }
    return Failure.UNREADABLE;
  }

  private static Usage usage(@Nullable TokenUsage usage) {
    if (usage == null) return Usage.NONE;
    return new Usage(count(usage.inputTokenCount()), count(usage.outputTokenCount()));
  }

  private static long count(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }
}
