package dev.attune.api.bench;

import dev.attune.api.bench.OpenLoad.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Decides at a steady rate while nobody talks and while many people are in conversations that a
 * language model streams its words into: what the talk costs the decisions. Both in turn, several
 * times, so that a noisy moment meets both.
 */
public final class ChatBench {
  private static final int CONNECTIONS = 32;
  private static final int PEOPLE = 100;

  /** Until the compilers of the server and of this process have done most of their work. */
  private static final int WARM_ROUNDS = 6;

  private static final int ROUNDS = 3;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Path rules;
  private final int talkers;
  private final double perSecond;
  private final Duration window;
  private final PrintWriter progress;
  private final Histogram quiet = new Histogram(LONGEST.toNanos() / 1000, 3);
  private final Histogram talking = new Histogram(LONGEST.toNanos() / 1000, 3);
  private double worstHealth;
  private int turns;
  private int failedTurns;
  private long failed;

  /**
   * @param rules a folder whose profile fields have questions
   * @param perSecond decisions asked for
   * @param window how long each measurement lasts
   */
  public ChatBench(
      Path rules, int talkers, double perSecond, Duration window, PrintWriter progress) {
    this.rules = rules;
    this.talkers = talkers;
    this.perSecond = perSecond;
    this.window = window;
    this.progress = progress;
  }

  /** The report. Works in {@code folder}, which it fills and leaves. */
  public String run(Path folder) throws IOException {
    try (DrippingProvider provider = new DrippingProvider();
        ServerProcess server =
            ServerProcess.start(settings(folder, provider), folder.resolve("server.log"))) {
      Subject decide = Subject.anybody(server.server(), BenchServer.KEY, "home.grid", PEOPLE);
      tell("warming up");
      decide(decide, window.multipliedBy(2));
      for (int i = 0; i < WARM_ROUNDS; i++) withTalk(server, decide);
      quiet.reset();
      talking.reset();
      turns = 0;
      worstHealth = 0;
      for (int round = 0; round < ROUNDS; round++) {
        tell("nobody talks");
        quiet.add(decide(decide, window));
        tell(talkers + " talk");
        talking.add(withTalk(server, decide));
      }
      return report(provider.most());
    }
  }

  private Map<String, String> settings(Path folder, DrippingProvider provider) {
    return Map.of(
        "rules", rules.toString(),
        "data", folder.resolve("data").toString(),
        "model", "dripping",
        "models.dripping.provider", "openai-compatible",
        "models.dripping.name", "bench",
        "models.dripping.base-url", provider.baseUrl(),
        "models.dripping.api-key", "of-no-use");
  }

  private Histogram decide(Subject subject, Duration length) throws IOException {
    try (OpenLoad load = new OpenLoad(subject.server(), CONNECTIONS, subject.requests())) {
      Outcome outcome = load.run(length, perSecond);
      failed += outcome.failed + outcome.shed;
      return outcome.good;
    }
  }

  private Histogram withTalk(ServerProcess server, Subject subject) throws IOException {
    try (Talkers people = new Talkers(server.server(), talkers);
        HealthWatch health = new HealthWatch(server.server())) {
      Histogram decided = decide(subject, window);
      worstHealth = Math.max(worstHealth, health.percentile(100));
      people.close();
      turns += people.answered();
      failedTurns += people.failed();
      return decided;
    }
  }

  private String report(int streams) {
    return String.format(
        Locale.ROOT,
        """
        decide p99: nobody talks %.2f ms (%d), %d people talk %.2f ms (%d), ratio %.2f
        decide p50: nobody talks %.2f ms, people talk %.2f ms; not answered with 200: %d
        turns answered to the end: %d, failed: %d; answers streamed at one time: up to %d
        slowest answer of /health/live meanwhile: %.0f ms
        """,
        at(quiet, 99),
        quiet.getTotalCount(),
        talkers,
        at(talking, 99),
        talking.getTotalCount(),
        at(talking, 99) / at(quiet, 99),
        at(quiet, 50),
        at(talking, 50),
        failed,
        turns,
        failedTurns,
        streams,
        worstHealth);
  }

  private static double at(Histogram micros, double percentile) {
    return micros.getValueAtPercentile(percentile) / 1000.0;
  }

  private void tell(String what) {
    progress.println(what);
    progress.flush();
  }
}
