package dev.attune.api.bench;

import dev.attune.api.bench.OpenLoad.Outcome;
import dev.attune.api.demo.TrackingClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Asks for half of what a server can do while its Redis is stopped, and while it is killed. */
public final class FaultsBench {
  private static final int RULES = 200;
  private static final int CONNECTIONS = 200;
  private static final double CALM = 0.5;
  private static final Duration RECOVERY = Duration.ofSeconds(3);
  private static final String HEAD =
      """
      | Redis                | asked/s | not 200 | p50 ms | p99 ms | worst ms | answers after ms | fresh after ms |
      |----------------------|--------:|--------:|-------:|-------:|---------:|-----------------:|---------------:|
      """;

  private final Duration window;
  private final int people;
  private final InstantSource clock;
  private final PrintWriter progress;
  private final StringBuilder table = new StringBuilder(HEAD);

  /**
   * @param window how long each fault lasts
   */
  public FaultsBench(Duration window, int people, InstantSource clock, PrintWriter progress) {
    this.window = window;
    this.people = people;
    this.clock = clock;
    this.progress = progress;
  }

  /** The report. Works in {@code folder}, which it fills and leaves. */
  public String run(Path folder) throws IOException, InterruptedException {
    BenchRules.write(folder.resolve("rules"), RULES);
    try (ServerProcess server =
        ServerProcess.start(
            folder.resolve("rules"), folder.resolve("data"), folder.resolve("server.log"))) {
      new BenchPeople(people, clock.instant())
          .load(new TrackingClient(server.server(), BenchServer.KEY));
      measure(server);
    }
    return table.toString();
  }

  private void measure(ServerProcess server) throws IOException, InterruptedException {
    Subject decide = Subject.decide(server.server(), BenchServer.KEY, people, false, false);
    tell("finding the capacity");
    double perSecond = CALM * Load.capacity(decide, window);
    try (OpenLoad load = new OpenLoad(decide.server(), CONNECTIONS, decide.requests());
        RedisWatch redis = new RedisWatch(server.redis());
        StateWatch states = new StateWatch(server.server(), BenchServer.KEY)) {
      row("there", load.run(window, perSecond), "", "");

      server.signalRedis("STOP");
      Outcome stopped = load.run(window, perSecond);
      server.signalRedis("CONT");
      long going = System.nanoTime();
      load.run(RECOVERY, perSecond);
      row("stopped", stopped, told(redis.answering(), going), told(states.fresh(), going));
      row("there again", load.run(window, perSecond), "", "");

      server.signalRedis("KILL");
      long killed = System.nanoTime();
      Outcome without = load.run(window, perSecond);
      load.run(RECOVERY, perSecond);
      row(
          "killed, comes back",
          without,
          told(redis.answering(), killed),
          told(states.fresh(), killed));
      row("there again", load.run(window, perSecond), "", "");
    }
  }

  private static String told(Since since, long moment) {
    return since.after(moment).map(time -> Long.toString(time.toMillis())).orElse("not yet");
  }

  private void row(String redis, Outcome outcome, String answers, String fresh) {
    tell(redis);
    table
        .append(
            String.format(
                Locale.ROOT,
                "| %-20s | %7.0f | %7d | %6.2f | %6.2f | %8.2f | %16s | %14s |",
                redis,
                outcome.perSecond(outcome.sent),
                outcome.shed + outcome.failed,
                outcome.good.getValueAtPercentile(50) / 1000.0,
                outcome.good.getValueAtPercentile(99) / 1000.0,
                outcome.good.getMaxValue() / 1000.0,
                answers,
                fresh))
        .append('\n');
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}
