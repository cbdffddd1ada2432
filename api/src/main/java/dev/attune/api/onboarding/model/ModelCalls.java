package dev.attune.api.onboarding.model;

import dev.attune.engine.profile.ModelBudget;
import dev.attune.engine.profile.ModelBudget.Spend;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Asks one model, with everything that keeps its failures from being ours: a budget, a breaker, a
 * bound on calls at a time, deadlines, one retry. Never blocks the caller; safe for any thread.
 */
public final class ModelCalls implements AutoCloseable {
  private final ModelProfile profile;
  private final ModelLimits limits;
  private final ModelBudget budget;
  private final InstantSource clock;
  private final CallThreads threads;
  private final StreamingChatModel model;
  private final Breaker breaker;
  private final Semaphore streams;
  private final ModelCounts counts = new ModelCounts();
  private final CallListener listener;

  public ModelCalls(
      ModelProfile profile, ModelLimits limits, ModelBudget budget, InstantSource clock) {
    this(profile, limits, budget, clock, CallListener.NONE);
  }

  /**
   * @param listener told of every call that ended
   */
  public ModelCalls(
      ModelProfile profile,
      ModelLimits limits,
      ModelBudget budget,
      InstantSource clock,
      CallListener listener) {
    this.listener = listener;
    this.profile = profile;
    this.limits = limits;
    this.budget = budget;
    this.clock = clock;
    this.threads = new CallThreads(limits.streams());
    ProviderHttp http = new ProviderHttp(threads.readers(), limits.answerBytes());
    this.model = Connection.of(profile, http.builder(), limits.answerTokens());
    this.breaker = new Breaker(clock);
    this.streams = new Semaphore(limits.streams());
  }

  public ModelProfile profile() {
    return profile;
  }

  /** What the calls of this process came to. */
  public ModelCounts counts() {
    return counts;
  }

  /** Whether the provider is left alone for a while, because calls failed. */
  public boolean isResting() {
    return breaker.isOpen();
  }

  /** Calls under way. */
  public int running() {
    return limits.streams() - streams.availablePermits();
  }

  /**
   * Asks.
   *
   * @param words told each piece of the answer as it comes, on a thread of this class
   */
  Asked ask(Question question, Consumer<String> words) {
    if (!streams.tryAcquire()) return turnedAway(Failure.TOO_MANY);
    if (!breaker.allows()) {
      streams.release();
      return turnedAway(Failure.BREAKER_OPEN);
    }
    Call call = new Call(limits, threads.timers(), threads.starters(), words);
    Spend planned = planned(question);
    long begunNanos = System.nanoTime();
    AtomicBoolean reserved = new AtomicBoolean();
    CompletionStage<ModelReply> reply =
        call.reply()
            .thenApply(
                outcome -> {
                  streams.release();
                  record(outcome, Duration.ofNanos(System.nanoTime() - begunNanos));
                  giveBack(reserved, planned, outcome.usage());
                  return outcome;
                });
    budget
        .reserve(planned)
        .exceptionally(unreadable -> false)
        .thenAccept(
            allowed -> {
              reserved.set(allowed);
              if (!allowed) call.end(Failure.OVER_BUDGET);
              else if (!call.start(handler -> model.chat(request(question), handler))) {
                giveBack(reserved, planned, Usage.NONE);
              }
            });
    return new Running(reply, call);
  }

  /** A call under way, whose reply comes after it has been counted. */
  private record Running(CompletionStage<ModelReply> reply, Call call) implements Asked {
    @Override
    public void cancel() {
      call.cancel();
    }
  }

  /** What was set aside is replaced once by what was used. */
  private void giveBack(AtomicBoolean reserved, Spend planned, Usage used) {
    if (reserved.compareAndSet(true, false)) budget.settle(planned, actual(planned, used));
  }

  private void record(ModelReply reply, Duration took) {
    count(reply, took);
    if (reply instanceof ModelReply.Answered) {
      breaker.succeeded();
      return;
    }
    boolean blames = ((ModelReply.Failed) reply).failure().blamesProvider();
    if (blames) breaker.failed();
    else breaker.toldNothing();
  }

  private Asked turnedAway(Failure failure) {
    ModelReply reply = ModelReply.Failed.of(failure);
    count(reply, Duration.ZERO);
    return new Call.Answered(reply);
  }

  private void count(ModelReply reply, Duration took) {
    counts.add(reply);
    listener.ended(reply, took);
  }

  private Spend planned(Question question) {
    Usage guess = new Usage(question.guessedTokens(), limits.answerTokens());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new Spend(question.session(), today, guess.tokens(), profile.cost(guess));
  }

  private Spend actual(Spend planned, Usage usage) {
    return new Spend(planned.session(), planned.day(), usage.tokens(), profile.cost(usage));
  }

  /** The person's words are a message of their own, never a part of the instruction. */
  private static ChatRequest request(Question question) {
    ChatRequest.Builder request =
        ChatRequest.builder()
            .messages(
                SystemMessage.from(question.instruction()), UserMessage.from(question.message()));
    if (question.format() != null) request.responseFormat(question.format());
    return request.build();
  }

  /** Ends all threads; calls under way end with {@code CANCELLED} or their deadline. */
  @Override
  public void close() {
    threads.close();
  }

  /** Threads that no event loop ever waits for. */
  static final class CallThreads implements AutoCloseable {
    private final ExecutorService starters;
    private final ExecutorService readers;
    private final ScheduledExecutorService timers;

    CallThreads(int streams) {
      starters = NamedThreads.atMost("model-start", 4, 4 * streams);
      readers = NamedThreads.atMost("model-read", 2 * streams, 0);
      timers = NamedThreads.timers("model-timer");
    }

    Executor starters() {
      return starters;
    }

    Executor readers() {
      return readers;
    }

    ScheduledExecutorService timers() {
      return timers;
    }

    @Override
    public void close() {
      starters.shutdownNow();
      readers.shutdownNow();
      timers.shutdownNow();
    }
  }
}
