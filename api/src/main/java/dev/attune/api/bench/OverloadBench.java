package dev.attune.api.bench;

import dev.attune.api.bench.OpenLoad.Outcome;
import dev.attune.api.demo.TrackingClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Finds what a server can do, asks for several times that much, and then for half of it: how many
 * decisions are still made, how the rest is refused, and whether all is well again afterwards.
 */
public final class OverloadBench {
  private static final int RULES = 200;
  private static final double CALM = 0.5;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String HEAD =
      """
      | load                     | asked/s |  good/s | of capacity | refused/s | untold | failed | p50 ms | p99 ms | health p99 ms | CPU µs/asked |
      |--------------------------|--------:|--------:|------------:|----------:|-------:|-------:|-------:|-------:|--------------:|-------------:|
      """;

  private final Duration window;
  private final int connections;
  private final int people;
  private final List<Integer> times;
  private final InstantSource clock;
  private final PrintWriter progress;
  private final StringBuilder table = new StringBuilder(HEAD);

  /**
   * @param window how long each load lasts
   * @param connections over which too much is asked
   * @param times how many times the capacity to ask for, one after the other
   */
  public OverloadBench(
      Duration window,
      int connections,
      int people,
      List<Integer> times,
      InstantSource clock,
      PrintWriter progress) {
    this.window = window;
    this.connections = connections;
    this.people = people;
    this.times = List.copyOf(times);
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
      Subject decide = Subject.decide(server.server(), BenchServer.KEY, people, false, false);
      measure(server, decide);
    }
    return table.toString();
  }

  private void measure(ServerProcess server, Subject decide) throws IOException {
    tell("finding the capacity");
    double capacity = Load.capacity(decide, window);
    settle(CALM * capacity, decide);
    row("half the capacity", capacity, CALM * capacity, server, decide, window);
    for (int each : times) {
      settle(each * capacity, decide);
      row(each + " times the capacity", capacity, each * capacity, server, decide, window);
      quietly("for five seconds after it", CALM * capacity, decide);
      row("half, five seconds after", capacity, CALM * capacity, server, decide, window);
    }
  }

  /** To refuse is code as well, which is slow at first. */
  private void settle(double perSecond, Subject decide) throws IOException {
    tell(String.format(Locale.ROOT, "warming up for %.0f a second", perSecond));
    try (OpenLoad load = new OpenLoad(decide.server(), connections, decide.requests())) {
      load.settle(window, perSecond);
    }
  }

  private void quietly(String what, double perSecond, Subject decide) throws IOException {
    tell(what);
    try (OpenLoad load = new OpenLoad(decide.server(), connections, decide.requests())) {
      load.run(PAUSE, perSecond);
    }
  }

  private void row(
      String name,
      double capacity,
      double perSecond,
      ServerProcess server,
      Subject decide,
      Duration length)
      throws IOException {
    tell(name);
    try (OpenLoad load = new OpenLoad(decide.server(), connections, decide.requests());
        HealthWatch health = new HealthWatch(server.server())) {
      Duration before = server.cpu();
      Outcome outcome = load.run(length, perSecond);
      double cpu = server.cpu().minus(before).toNanos() / 1000.0 / Math.max(1, outcome.sent);
      String row = row(name, capacity, outcome, health, cpu);
      tell(row);
      table.append(row).append('\n');
    }
  }

  private static String row(
      String name, double capacity, Outcome outcome, HealthWatch health, double cpu) {
    double good = outcome.perSecond(outcome.good.getTotalCount());
    return String.format(
        Locale.ROOT,
        "| %-24s | %7.0f | %7.0f | %11.2f | %9.0f | %6d | %6d | %6.2f | %6.2f | %13.2f | %12.1f |",
        name,
        outcome.perSecond(outcome.sent),
        good,
        good / capacity,
        outcome.perSecond(outcome.shed),
        outcome.untold,
        outcome.failed,
        outcome.good.getValueAtPercentile(50) / 1000.0,
        outcome.good.getValueAtPercentile(99) / 1000.0,
        health.percentile(99),
        cpu);
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}
