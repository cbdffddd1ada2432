package dev.attune.api.bench;

import dev.attune.api.bench.OpenLoad.Outcome;
import dev.attune.api.demo.TrackingClient;
import dev.attune.api.redis.PackagedRedis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Two servers on one Redis. One rule of fifty is edited again and again and published on the first,
 * while people are decided for on both: how long until both decide by it, what that does to the
 * latency of decisions, and what it leaves behind in the servers.
 */
public final class PublishBench {
  private static final int RULES = 50;
  private static final int CONNECTIONS = 32;
  private static final int WARM_PUBLISHES = 3;

  /** From so many publishes on the servers are weighed in between as well. */
  private static final int MANY = 40;

  private static final int BOUND = 40;
  private static final CompletableFuture<Void> NEVER = new CompletableFuture<>();
  private static final Duration WARM = Duration.ofSeconds(15);
  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final int publishes;
  private final double perSecond;
  private final Duration pause;
  private final int people;
  private final InstantSource clock;
  private final PrintWriter progress;
  private final List<Long> millis = new ArrayList<>();
  private final Histogram quiet = new Histogram(LONGEST.toNanos() / 1000, 3);
  private final Histogram during = new Histogram(LONGEST.toNanos() / 1000, 3);
  private final List<Footprint> ofOne = new ArrayList<>();
  private final List<Footprint> ofTwo = new ArrayList<>();
  private long failed;

  /**
   * @param perSecond decisions asked for at each server
   * @param pause after each publish
   */
  public PublishBench(
      int publishes,
      double perSecond,
      Duration pause,
      int people,
      InstantSource clock,
      PrintWriter progress) {
    this.publishes = publishes;
    this.perSecond = perSecond;
    this.pause = pause;
    this.people = people;
    this.clock = clock;
    this.progress = progress;
  }

  /** The report. Works in {@code folder}, which it fills and leaves. */
  public String run(Path folder) throws IOException, InterruptedException {
    BenchRules.write(folder.resolve("rules"), RULES);
    PackagedRedis redis = PackagedRedis.start(Files.createDirectories(folder.resolve("redis")));
    try (ServerProcess one = server(folder, "one", redis);
        ServerProcess two = server(folder, "two", redis)) {
      new BenchPeople(people, clock.instant())
          .load(new TrackingClient(one.server(), BenchServer.KEY));
      for (int i = 0; i < WARM_PUBLISHES; i++) publish(one.server(), two.server(), -i);
      ask(one, two, WARM, NEVER, new Histogram(quiet));
      millis.clear();
      weigh(one, two);
      ask(one, two, QUIET, NEVER, quiet);
      CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publishAll(one, two));
      ask(one, two, LONGEST.multipliedBy(publishes), publishing, during);
      publishing.join();
      ask(one, two, QUIET, NEVER, quiet);
      weigh(one, two);
      return report() + held("one", ofOne) + held("two", ofTwo);
    } finally {
      redis.close();
    }
  }

  private static ServerProcess server(Path folder, String name, PackagedRedis redis)
      throws IOException {
    return ServerProcess.start(
        Map.of(
            "rules", folder.resolve("rules").toString(),
            "data", folder.resolve("data-" + name).toString(),
            "redis.url", redis.uri()),
        folder.resolve(name + ".log"));
  }

  /** Getting ready for the next build counts as publishing. */
  private void publishAll(ServerProcess one, ServerProcess two) {
    for (int round = 1; round <= publishes; round++) {
      try {
        publish(one.server(), two.server(), round);
        Thread.sleep(pause.toMillis());
        if (publishes >= MANY && round < publishes && round % (publishes / 4) == 0) weigh(one, two);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
      if (round % 10 == 0 || publishes <= 20)
        tell("publish %d of %d: %d ms".formatted(round, publishes, millis.get(round - 1)));
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

  private void publish(URI one, URI two, int round) throws IOException, InterruptedException {
    BenchAuthor author = new BenchAuthor(one);
    String draft = author.draft(BOUND + round);
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

  private void weigh(ServerProcess one, ServerProcess two) throws IOException {
    ofOne.add(one.footprint());
    ofTwo.add(two.footprint());
  }

  private static String held(String server, List<Footprint> held) {
    return "server %s, from before to after: heap %s MB, metaspace %s MB, classes %s, threads %s%n"
        .formatted(
            server,
            told(held, each -> megabytes(each.heap())),
            told(held, each -> megabytes(each.metaspace())),
            told(held, each -> String.valueOf(each.classes())),
            told(held, each -> String.valueOf(each.threads())));
  }

  private static String told(List<Footprint> held, Function<Footprint, String> part) {
    return held.stream().map(part).collect(Collectors.joining(" "));
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}
