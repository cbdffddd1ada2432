package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.Client;
import dev.attune.api.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Apps that go on asking and sending, whatever happens to the server's store. Every answer must be
 * one that is promised: decisions are 200, events 200 or 503 with {@code Retry-After}.
 */
final class Traffic implements AutoCloseable {
  private static final int DECIDERS = 2;
  private static final int SENDERS = 2;
  private static final int PATIENCE_SECONDS = 60;

  private final Client server;
  private final Ledger ledger;
  private final AtomicInteger turns = new AtomicInteger();
  private final Map<String, CompletableFuture<Answer>> awaited = new ConcurrentHashMap<>();
  private final Queue<String> unpromised = new ConcurrentLinkedQueue<>();
  private final Queue<String> cut = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  Traffic(Client server, Ledger ledger) {
    this.server = server;
    this.ledger = ledger;
    for (int i = 0; i < DECIDERS; i++) run(this::decide);
    for (int i = 0; i < SENDERS; i++) run(this::send);
  }

  private void run(Runnable turn) {
    Thread thread =
        new Thread(
            () -> {
              while (!stopped) turn.run();
            },
            "traffic");
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void decide() {
    String person = ledger.person(turns.getAndIncrement());
    Answer answer =
        answered(
            "/v1/decisions",
            Map.of("userId", person, "placements", List.of(Map.of("id", "home.grid"))));
    if (answer == null) return;
    if (answer.status() != 200) unpromised.add("decide " + answer.status() + answer.text());
    seen("decide " + answer.at("/state"), answer);
  }

  private void send() {
    int turn = turns.getAndIncrement();
    send(ledger.person(turn), "message-" + turn);
  }

  /** Whether it was acknowledged. */
  private boolean send(String person, String message) {
    ledger.sent(person, message);
    Answer answer =
        answered(
            "/v1/track", Map.of("userId", person, "event", Ledger.EVENT, "messageId", message));
    if (answer == null) return false;
    boolean refused =
        answer.status() == 503 && answer.headers().firstValue("retry-after").isPresent();
    if (answer.status() == 200) ledger.acknowledged(person, message);
    else if (!refused) unpromised.add("track " + answer.status() + answer.text());
    seen("track " + answer.status(), answer);
    return answer.status() == 200;
  }

  /** Null when no answer came. */
  private Answer answered(String path, Map<String, Object> body) {
    try {
      return server.post(path, RunningServer.json(body), RunningServer.SERVER_KEY);
    } catch (Client.Unanswered away) {
      if (!away.isRefused()) cut.add(path + ": " + away.getMessage());
      return null;
    } catch (AssertionError notTheContract) {
      unpromised.add(notTheContract.getMessage());
      return null;
    }
  }

  private void seen(String what, Answer answer) {
    CompletableFuture<Answer> waiting = awaited.remove(what);
    if (waiting != null) waiting.complete(answer);
  }

  /** Waits for a decision of a state, answered from now on. */
  Answer awaitDecision(String state) {
    return await("decide " + state);
  }

  /** Waits for events to be answered with a status, from now on. */
  void awaitTrack(int status) {
    await("track " + status);
  }

  private Answer await(String what) {
    try {
      return awaited
          .computeIfAbsent(what, unseen -> new CompletableFuture<>())
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception late) {
      throw new AssertionError("nothing was answered with: " + what + "; " + unpromised, late);
    }
  }

  /** Ends the traffic; nothing unpromised may have been answered. */
  void stop() {
    close();
    assertThat(unpromised).isEmpty();
  }

  /** Requests the server took and did not answer. */
  Queue<String> cut() {
    return cut;
  }

  /** Sends again what was not acknowledged, as clients do. */
  void sendAgain() {
    for (String person : ledger.people()) {
      for (String message : ledger.unacknowledged(person)) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!send(person, message) && System.nanoTime() < end) continue;
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
