package dev.attune.api.replay;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/** One line that grows while a long work runs. Thread-safe. */
public final class Progress implements LongConsumer {
  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final long total;
  private int shown = -1;

  /**
   * @param total how much there is to do; 0 when nobody knows
   */
  public Progress(PrintWriter err, long total) {
    this.err = err;
    this.total = total;
  }

  @Override
  public synchronized void accept(long done) {
    int step = total == 0 ? (int) (done / 5_000) : (int) (done * 100 / total);
    if (step == shown) return;
    shown = step;
    err.print("\r" + (total == 0 ? done + " decisions" : bar(done)));
    err.flush();
  }

  private String bar(long done) {
    int full = (int) (WIDTH * Math.min(done, total) / total);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d %% of %d decisions",
        "#".repeat(full),
        " ".repeat(WIDTH - full),
        Math.min(100, done * 100 / total),
        total);
  }

  /** Ends the line. */
  public synchronized void end() {
    if (shown >= 0) err.println();
    err.flush();
  }
}
