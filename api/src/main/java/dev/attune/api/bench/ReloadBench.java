package dev.attune.api.bench;

import dev.attune.api.bench.OpenLoad.Outcome;
import dev.attune.api.demo.TrackingClient;
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
import java.util.concurrent.CompletableFuture;

/**
 * One rule of fifty is edited again and again in the folder a server watches, while people are
 * decided for: how long until it decides by the edit, whether any decision fails of it, and what it
 * leaves behind in the server.
 */
public final class ReloadBench {
  private static final int RULES = 50;
  private static final int CONNECTIONS = 16;
  private static final int BOUND = 40;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final String FILE = BenchRules.FIRST + "/rules.drl";
  private static final String PROOF = BenchRules.FIRST + "/scenarios.yaml";

  private final int reloads;
  private final double perSecond;
  private final int people;
  private final InstantSource clock;
  private final PrintWriter progress;
  private final List<Long> millis = new ArrayList<>();
  private final FootprintSeries held = new FootprintSeries();

  /**
   * @param perSecond decisions asked for meanwhile
   */
  public ReloadBench(
      int reloads, double perSecond, int people, InstantSource clock, PrintWriter progress) {
    this.reloads = reloads;
    this.perSecond = perSecond;
    this.people = people;
    this.clock = clock;
    this.progress = progress;
  }

  /** The report. Works in {@code folder}, which it fills and leaves. */
  public String run(Path folder) throws IOException, InterruptedException {
    Path rules = folder.resolve("rules");
    BenchRules.write(rules, RULES);
    try (ServerProcess server =
        ServerProcess.start(rules, folder.resolve("data"), folder.resolve("server.log"))) {
      new BenchPeople(people, clock.instant())
          .load(new TrackingClient(server.server(), BenchServer.KEY));
      tell("editing a folder of " + RULES + " rules");
      CompletableFuture<Void> reloading =
          CompletableFuture.runAsync(() -> reloadAll(rules, server));
      Outcome decided = decide(server, reloading);
      reloading.join();
      return report(decided) + held.told("the server");
    }
  }

  private void reloadAll(Path rules, ServerProcess server) {
    try {
      held.add(0, server.footprint());
      for (int round = 1; round <= reloads; round++) {
        reload(rules, server.server(), round);
        if (FootprintSeries.isDue(round, reloads)) held.add(round, server.footprint());
        if (round % 10 == 0 || round == reloads)
          tell("reload %d of %d: %d ms".formatted(round, reloads, millis.get(round - 1)));
      }
      held.add(reloads, server.footprint());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void reload(Path rules, URI server, int round) throws IOException, InterruptedException {
    String before = BenchAuthor.live(server);
    String edited =
        BenchRules.firstRuleAsking(Files.readString(rules.resolve(FILE)), BOUND + round);
    Files.writeString(rules.resolve(PROOF), BenchRules.proof(BOUND + round));
    Files.writeString(rules.resolve(FILE), edited);
    long since = System.nanoTime();
    while (BenchAuthor.live(server).equals(before)) {
      if (System.nanoTime() - since > LONGEST.toNanos())
        throw new IOException("edit " + round + " is not live after a minute");
      Thread.sleep(LOOK.toMillis());
    }
    millis.add((System.nanoTime() - since) / 1_000_000);
  }

  private Outcome decide(ServerProcess server, CompletableFuture<?> until) throws IOException {
    Subject decide = Subject.decide(server.server(), BenchServer.KEY, people, false, false);
    try (OpenLoad load = new OpenLoad(decide.server(), CONNECTIONS, decide.requests())) {
      return load.run(LONGEST.multipliedBy(reloads), perSecond, () -> !until.isDone());
    }
  }

  private String report(Outcome decided) {
    List<Long> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        """
        edit to live: median %d ms, slowest %d ms of %d
        decisions meanwhile: %d answered with 200, p99 %.2f ms; not answered with 200: %d
        """,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1),
        sorted.size(),
        decided.good.getTotalCount(),
        decided.good.getValueAtPercentile(99) / 1000.0,
        decided.failed + decided.shed);
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}
