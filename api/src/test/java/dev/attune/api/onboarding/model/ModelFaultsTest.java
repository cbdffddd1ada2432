package dev.attune.api.onboarding.model;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.attune.engine.profile.ModelBudget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.LoggerFactory;

/** A provider misbehaves in every scripted way; each call ends as defined and in time. */
class ModelFaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration LATE = Duration.ofSeconds(20);
  private static final ModelLimits PATIENT = limits(LATE, LATE, LATE.multipliedBy(3));

  /** Goodbyes that were heard, of which the quickest counts: the machine may be busy. */
  private static final int GOODBYES = 5;

  /** A cold JVM needs most of a second for its first call; deadlines are not about that. */
  @BeforeAll
  static void have_asked_once() throws Exception {
    try (StubProvider stub = new StubProvider(exchange -> exchange.whole("fine"));
        ModelCalls calls = calls(stub, new LocalBudget(ModelBudget.Limits.DEFAULT))) {
      ask(calls);
    }
  }

  @TestFactory
  Stream<DynamicTest> every_fault_ends_as_defined_within_the_deadline() {
    return Faults.scripted().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(fault.getKey(), () -> endsAsDefined(fault.getValue())));
  }

  private void endsAsDefined(Faults.Fault fault) throws Exception {
    ListAppender<ILoggingEvent> log = listenToLog();
    LocalBudget budget = new LocalBudget(ModelBudget.Limits.DEFAULT);
    try (StubProvider stub = new StubProvider(fault.behaviour());
        ModelCalls calls = calls(stub.baseUrl(), onlyWhatEnds(fault), budget)) {
      long begun = System.nanoTime();

      ModelReply reply = ask(calls);

      assertThat(reply).isInstanceOf(ModelReply.Failed.class);
      assertThat(((ModelReply.Failed) reply).failure()).isEqualTo(fault.ends());
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LATE);
      assertThat(stub.requests()).isEqualTo(fault.requests());
      assertThat(reply.toString()).doesNotContain("planted");
      assertThat(log.list).noneMatch(event -> event.toString().contains("planted"));
    } finally {
      root().detachAppender(log);
    }
  }

  /** The limit that ends it comes soon and every other late, however slow the machine is. */
  private static ModelLimits onlyWhatEnds(Faults.Fault fault) {
    return switch (fault.ends()) {
      case SLOW_START -> limits(Duration.ofMillis(1500), LATE, PATIENT.total());
      case STALLED -> limits(LATE, Duration.ofMillis(600), PATIENT.total());
      case TOO_LATE -> limits(LATE, LATE, Duration.ofMillis(3200));
      default -> PATIENT;
    };
  }

  private static ModelLimits limits(Duration firstToken, Duration stall, Duration total) {
    return new ModelLimits(firstToken, stall, total, 4, 64 * 1024, 200);
  }

  @Test
  void a_refused_connection_and_an_unknown_host_are_unreachable() throws Exception {
    StubProvider closed = new StubProvider(exchange -> {});
    closed.close();

    String unknown = "http://" + "a".repeat(64) + ".invalid/v1"; // too long to ask anybody for
    for (String url : List.of(closed.baseUrl(), unknown)) {
      try (ModelCalls calls = calls(url, new LocalBudget(ModelBudget.Limits.DEFAULT))) {
        assertThat(ask(calls)).isEqualTo(ModelReply.Failed.of(Failure.UNREACHABLE));
      }
    }
  }

  @Test
  void a_second_attempt_waits_as_long_as_the_provider_asked() throws Exception {
    try (StubProvider stub = new StubProvider(exchange -> {});
        ModelCalls calls = calls(stub, new LocalBudget(ModelBudget.Limits.DEFAULT))) {
      stub.behave(
          exchange -> {
            if (stub.requests() == 1) exchange.status(429, "Retry-After: 1");
            else exchange.whole("fine");
          });
      long begun = System.nanoTime();

      ModelReply reply = ask(calls);

      assertThat(reply).isEqualTo(new ModelReply.Answered("fine", new Usage(100, 20)));
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(Duration.ofSeconds(1), LATE);
    }
  }

  @Test
  void after_five_failures_the_provider_is_left_alone() throws Exception {
    try (StubProvider stub = new StubProvider(exchange -> exchange.status(401));
        ModelCalls calls = calls(stub, new LocalBudget(ModelBudget.Limits.DEFAULT))) {
      for (int i = 0; i < 20; i++) ask(calls);

      assertThat(stub.requests()).isEqualTo(5);
      assertThat(calls.counts().failures()).containsEntry(Failure.BREAKER_OPEN, 15L);
    }
  }

  @Test
  void counters_equal_what_the_provider_counted() throws Exception {
    LocalBudget budget = new LocalBudget(ModelBudget.Limits.DEFAULT);
    try (StubProvider stub = new StubProvider(exchange -> exchange.whole("fine"));
        ModelCalls calls = calls(stub, budget)) {
      for (int i = 0; i < 7; i++) ask(calls);
      stub.behave(Faults.withheld().behaviour());
      ask(calls);

      LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
      assertThat(budget.dayTokens(today)).isEqualTo(stub.chargedTokens());
      assertThat(calls.counts().usage().tokens()).isEqualTo(stub.chargedTokens());
      assertThat(budget.dayMoney(today)).isEqualTo(7 * (100 * 150 + 20 * 600) + 10 * 150 + 3 * 600);
    }
  }

  @Test
  void a_spent_budget_asks_nobody() throws Exception {
    LocalBudget budget = new LocalBudget(new ModelBudget.Limits(300, 1_000_000, Long.MAX_VALUE));
    try (StubProvider stub = new StubProvider(exchange -> exchange.whole("fine"));
        ModelCalls calls = calls(stub, budget)) {
      ask(calls);

      assertThat(ask(calls)).isEqualTo(ModelReply.Failed.of(Failure.OVER_BUDGET));
      assertThat(stub.requests()).isEqualTo(1);
    }
  }

  @Test
  void more_calls_than_streams_are_turned_away_at_once() throws Exception {
    try (StubProvider stub = new StubProvider(exchange -> exchange.stall());
        ModelCalls calls = calls(stub, new LocalBudget(ModelBudget.Limits.DEFAULT))) {
      List<Asked> running = Stream.generate(() -> start(calls)).limit(4).toList();

      assertThat(ask(calls)).isEqualTo(ModelReply.Failed.of(Failure.TOO_MANY));
      running.forEach(Asked::cancel);
    }
  }

  @Test
  void a_cancelled_call_closes_the_providers_stream_within_250_ms() throws Exception {
    Duration quickest = LATE;
    for (int i = 0; i < GOODBYES && quickest.toMillis() >= 250; i++) {
      Duration noticed = cancelled();
      if (noticed.compareTo(quickest) < 0) quickest = noticed;
    }

    assertThat(quickest).isLessThan(Duration.ofMillis(250));
  }

  /** How long after a call was cancelled its provider noticed. */
  private static Duration cancelled() throws Exception {
    try (StubProvider stub = new StubProvider(exchange -> {});
        ModelCalls calls = calls(stub, new LocalBudget(ModelBudget.Limits.DEFAULT))) {
      CompletableFuture<Void> begun = new CompletableFuture<>();
      stub.behave(
          exchange -> {
            exchange.begin();
            exchange.piece("one");
            exchange.stall();
          });
      Asked asked = calls.ask(question(), word -> begun.complete(null));
      begun.get(60, TimeUnit.SECONDS);

      long cancelled = System.nanoTime();
      asked.cancel();

      long noticed = stub.hungUp().get(60, TimeUnit.SECONDS);
      assertThat(asked.reply().toCompletableFuture().get())
          .isEqualTo(ModelReply.Failed.of(Failure.CANCELLED));
      return Duration.ofNanos(noticed - cancelled);
    }
  }

  @Test
  void no_upgrade_is_tried_and_the_key_travels_in_its_header_only() throws Exception {
    try (StubProvider stub = new StubProvider(exchange -> exchange.whole("fine"));
        ModelCalls calls = calls(stub, new LocalBudget(ModelBudget.Limits.DEFAULT))) {
      ask(calls);

      assertThat(stub.heads().get(0)).doesNotContainIgnoringCase("upgrade").contains("HTTP/1.1");
      assertThat(stub.bodies().get(0)).doesNotContain("test-key");
    }
  }

  private static ModelReply ask(ModelCalls calls) throws Exception {
    return start(calls).reply().toCompletableFuture().get(2, TimeUnit.MINUTES);
  }

  private static Asked start(ModelCalls calls) {
    return calls.ask(question(), word -> {});
  }

  private static Question question() {
    return new Question("session", "instruction", "message", null);
  }

  private static ModelCalls calls(StubProvider stub, ModelBudget budget) {
    return calls(stub.baseUrl(), budget);
  }

  private static ModelCalls calls(String url, ModelBudget budget) {
    return calls(url, PATIENT, budget);
  }

  private static ModelCalls calls(String url, ModelLimits limits, ModelBudget budget) {
    ModelProfile profile =
        new ModelProfile("stub", Provider.OPENAI_COMPATIBLE, url, "stub", "test-key", 150, 600);
    return new ModelCalls(profile, limits, budget, InstantSource.fixed(NOW));
  }

  private static ListAppender<ILoggingEvent> listenToLog() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root().setLevel(Level.DEBUG);
    root().addAppender(log);
    return log;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }
}
