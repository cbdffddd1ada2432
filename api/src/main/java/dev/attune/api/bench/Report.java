package dev.attune.api.bench;

import java.util.List;
import java.util.Locale;

/** Writes measurements as a Markdown table that also reads well in a terminal. */
final class Report {
  private static final String HEAD =
      """
      | rules | endpoint                             |   req/s | p50 ms | p99 ms | CPU µs/request | ratio to bare |
      |------:|--------------------------------------|--------:|-------:|-------:|---------------:|--------------:|
      """;

  private final StringBuilder table = new StringBuilder(HEAD);

  /**
   * @param measured the bare endpoint first
   */
  void add(int rules, List<Measurement> measured) {
    double bare = measured.get(0).perSecond();
    for (Measurement each : measured) {
      table.append(row(rules, each, each.perSecond() / bare)).append('\n');
    }
  }

  private static String row(int rules, Measurement each, double ratio) {
    String failed = each.failed() == 0 ? "" : " " + each.failed() + " FAILED";
    return String.format(
        Locale.ROOT,
        "| %5d | %-36s | %7.0f | %6.2f | %6.2f | %14.1f | %13.2f |%s",
        rules,
        each.subject(),
        each.perSecond(),
        each.percentile(50),
        each.percentile(99),
        each.cpuPerRequest(),
        ratio,
        failed);
  }

  @Override
  public String toString() {
    return table.toString();
  }
}
