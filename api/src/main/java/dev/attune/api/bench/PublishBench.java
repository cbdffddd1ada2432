package dev.attune.api.bench;

import dev.attune.api.bench.OpenLoad.Outcome;
import dev.attune.api.demo.TrackingClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/**
 * Two servers on one Redis. One rule of fifty is edited again and again and published on the first,
 * while people are decided for on both: how long until both decide by it, what that does to the
 * latency of decisions, and what it leaves behind in the servers.
 */
public final class PublishBench {
  private static final int RULES = 50;
  private static final int CONNECTIONS = 32;
  private static final int WARM_PUBLISHES = 8;

  private static final int BOUND = 40;
  private static final CompletableFuture<Void> NEVER = new CompletableFuture<>();
  private static final Duration WINDOW = Duration.ofSeconds(4);
  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final int publishes;
  private final double perSecond;
  private final Duration pause;
  private final int people;
  private final boolean saturate;
  private final InstantSource clock;
  private final PrintWriter progress;
  private final List<Long> millis = new ArrayList<>();
  private final Histogram quiet = new Histogram(LONGEST.toNanos() / 1000, 3);
  private final Histogram during = new Histogram(LONGEST.toNanos() / 1000, 3);
  private final FootprintSeries ofOne = new FootprintSeries();
  private final FootprintSeries ofTwo = new FootprintSeries();
  private long failed;
  private int edits;

  /**
   * @param perSecond decisions asked for at each server
   * @param pause after each publish
   * @param saturate warm the servers up with all they can do first
   */
  public PublishBench(
      int publishes,
      double perSecond,
      Duration pause,
      int people,
      boolean saturate,
      InstantSource clock,
      PrintWriter progress) {
    this.publishes = publishes;
    this.perSecond = perSecond;
    this.pause = pause;
    this.people = people;
    this.saturate = saturate;
    this.clock = clock;
    this.progress = progress;
  }

  /** The report. Works in {@code folder}, which it fills and leaves. */
  public String run(Path folder) throws IOException, InterruptedException {
    BenchRules.write(folder.resolve("rules"), RULES);
    try (ServerProcess one = server(folder, "one", Map.of());
        ServerProcess two = server(folder, "two", Map.of("redis.url", one.redis()))) {
      new BenchPeople(people, clock.instant())
          .load(new TrackingClient(one.server(), BenchServer.KEY));
      warmUp(one, two);
      millis.clear();
      weigh(one, two, 0);
      ask(one, two, QUIET, NEVER, quiet);
      publishWhileAsking(one, two, publishes, during);
      ask(one, two, QUIET, NEVER, quiet);
      weigh(one, two, publishes);
      return report() + ofOne.told("server one") + ofTwo.told("server two");
    }
  }

  private static ServerProcess server(Path folder, String name, Map<String, String> more)
      throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("rules", folder.resolve("rules").toString());
    settings.put("data", folder.resolve("data-" + name).toString());
    return ServerProcess.start(settings, folder.resolve(name + ".log"));
  }

  /** With what is measured, and before that, when wished, with all a server can do. */
  private void warmUp(ServerProcess one, ServerProcess two) throws IOException {
    for (ServerProcess each : saturate ? List.of(one, two) : List.<ServerProcess>of()) {
      tell("warming up a server with all it can do, for up to a minute and a half");
      Subject decide = Subject.decide(each.server(), BenchServer.KEY, people, false, false);
      tell("%.0f decisions a second".formatted(Load.capacity(decide, WINDOW)));
    }
    tell("warming up by publishing");
    publishWhileAsking(one, two, WARM_PUBLISHES, new Histogram(quiet));
  }

  /** Getting ready for the next build counts as publishing. */
  private void publishWhileAsking(
      ServerProcess one, ServerProcess two, int count, Histogram answered) {
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(() -> publishAll(one, two, count));
    ask(one, two, LONGEST.multipliedBy(count), publishing, answered);
    publishing.join();
  }

  private void publishAll(ServerProcess one, ServerProcess two, int count) {
    for (int round = 1; round <= count; round++) {
      try {
        publish(one.server(), two.server());
        Thread.sleep(pause.toMillis());
        if (FootprintSeries.isDue(round, count)) weigh(one, two, round);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
      if (round % 10 == 0 || count <= 20)
        tell("publish %d of %d: %d ms".formatted(round, count, millis.get(round - 1)));
    }
  }

  /** Asks both servers until something is done. */
  private void ask(
      ServerProcess one,
      ServerProcess two,
      Duration atMost,
      CompletableFuture<?> until,
      Histogram into) {
    CompletableFuture<Outcome> other =
        CompletableFuture.supplyAsync(() -> outcome(two, atMost, until));
    for (Outcome each : List.of(outcome(one, atMost, until), other.join())) {
      into.add(each.good);
      failed += each.failed + each.shed;
    }
  }

  private Outcome outcome(ServerProcess server, Duration atMost, CompletableFuture<?> until) {
    Subject decide = Subject.decide(server.server(), BenchServer.KEY, people, false, false);
    try (OpenLoad load = new OpenLoad(decide.server(), CONNECTIONS, decide.requests())) {
      return load.run(atMost, perSecond, () -> !until.isDone());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Every edit is a new one: what was built before is not built again. */
  private void publish(URI one, URI two) throws IOException, InterruptedException {
    BenchAuthor author = new BenchAuthor(one);
    String draft = author.draft(BOUND + ++edits);
    long since = System.nanoTime();
    String id = author.publish(draft);
    while (!BenchAuthor.live(one).equals(id) || !BenchAuthor.live(two).equals(id)) {
      if (System.nanoTime() - since > LONGEST.toNanos())
        throw new IOException("release " + id + " is not live on both servers after a minute");
      Thread.sleep(LOOK.toMillis());
    }
    millis.add((System.nanoTime() - since) / 1_000_000);
  }

  private String report() {
    List<Long> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        """
        publish to live on both: median %d ms, slowest %d ms of %d
        decide p99: quiet %.2f ms (%d decisions), while publishing %.2f ms (%d), ratio %.2f
        decide p50: quiet %.2f ms, while publishing %.2f ms; not answered with 200: %d
        """,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1),
        sorted.size(),
        at(quiet, 99),
        quiet.getTotalCount(),
        at(during, 99),
        during.getTotalCount(),
        at(during, 99) / at(quiet, 99),
        at(quiet, 50),
        at(during, 50),
        failed);
  }

  private static double at(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  private void weigh(ServerProcess one, ServerProcess two, int round) throws IOException {
    ofOne.add(round, one.footprint());
    ofTwo.add(round, two.footprint());
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}
