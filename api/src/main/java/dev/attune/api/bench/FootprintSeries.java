package dev.attune.api.bench;

import dev.attune.engine.publish.ReleaseStore;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What one server held after so many releases. Until as many are there as are kept it has to grow;
 * what it grows by from then on would go on growing.
 */
final class FootprintSeries {
  private static final int FULL = ReleaseStore.KEPT;
  private static final int MANY = 2 * FULL;
  private static final double MEGABYTE = 1e6;

  private final TreeMap<Integer, Footprint> byReleases = new TreeMap<>();

  /** Whether a server is weighed after this many of so many releases, between first and last. */
  static boolean isDue(int releases, int all) {
    boolean quarter = releases % Math.max(1, all / 4) == 0;
    return all >= MANY && releases < all && (releases == FULL || quarter);
  }

  void add(int releases, Footprint held) {
    byReleases.put(releases, held);
  }

  /** A paragraph for the report. */
  String told(String server) {
    return server
        + " after "
        + byReleases.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " releases:\n"
        + line("heap", "MB", "%.1f", each -> each.heap() / MEGABYTE)
        + line("metaspace", "MB", "%.1f", each -> each.metaspace() / MEGABYTE)
        + line("classes", "", "%.0f", Footprint::classes)
        + line("threads", "", "%.0f", Footprint::threads);
  }

  private String line(String what, String unit, String form, ToDoubleFunction<Footprint> part) {
    String values =
        byReleases.values().stream()
            .map(each -> String.format(Locale.ROOT, form, part.applyAsDouble(each)))
            .collect(Collectors.joining(" "));
    return "  " + (what + " " + values + " " + unit).strip() + growth(part) + "\n";
  }

  private String growth(ToDoubleFunction<Footprint> part) {
    Footprint full = byReleases.get(FULL);
    if (full == null) return "";
    Footprint last = byReleases.lastEntry().getValue();
    double percent = 100 * (part.applyAsDouble(last) / part.applyAsDouble(full) - 1);
    return String.format(Locale.ROOT, ", %+.1f %% since %d", percent, FULL);
  }
}
