package dev.attune.api.replay;

import dev.attune.engine.publish.replay.Move;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.publish.replay.ReplayReport.ActionChange;
import dev.attune.engine.publish.replay.ReplayReport.Decisions;
import dev.attune.engine.publish.replay.ReplayReport.Example;
import dev.attune.engine.publish.replay.ReplayReport.NotReplayed;
import dev.attune.engine.publish.replay.ReplayReport.PlacementUse;
import dev.attune.engine.publish.replay.ReplayReport.ResultShare;
import dev.attune.engine.publish.replay.ReplayReport.SegmentChange;
import dev.attune.engine.publish.replay.ReplayReport.Why;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells a report in a terminal: the sum first, then who, what and why. */
public final class ReplayText {
  private static final int ROWS = 15;

  private final PrintWriter out;

  public ReplayText(PrintWriter out) {
    this.out = out;
  }

  public void print(ReplayReport report) {
    sum(report);
    actions(report);
    segments(report);
    moves(report);
    pressure(report);
    results(report);
    examples(report);
  }

  private void sum(ReplayReport report) {
    Decisions decisions = report.decisions();
    line(
        "%d of %d decisions change (%.2f %%), %d read",
        decisions.changed(),
        decisions.replayed(),
        decisions.shareChanged() * 100,
        decisions.read());
    if (decisions.reworded() > 0)
      line("%d more get the same for another reason in words", decisions.reworded());
    line("made on %s, replayed on %s", told(report.madeOn()), report.draft());
    if (decisions.unproven() > 0)
      line(
          "%d do not come out as recorded on their own release any more; please report this",
          decisions.unproven());
    for (NotReplayed one : report.notReplayed())
      line(
          "not replayed: %d, because %s%s",
          one.count(),
          one.reason(),
          one.decisions().isEmpty() ? "" : ", e.g. " + one.decisions().get(0));
  }

  private void actions(ReplayReport report) {
    head(
        report.actions().isEmpty(),
        "action                            gained    lost  before   after");
    report.actions().stream().limit(ROWS).forEach(this::action);
    more(report.actions().size());
  }

  private void action(ActionChange one) {
    line(
        "%-32s %7s %7s %7d %7d",
        one.action(), "+" + one.gained(), "-" + one.lost(), one.before(), one.after());
  }

  private void segments(ReplayReport report) {
    head(
        report.segments().isEmpty(),
        "segment                          changed  before   after  gains and losses");
    report.segments().stream().limit(ROWS).forEach(this::segment);
    more(report.segments().size());
  }

  private void segment(SegmentChange one) {
    line(
        "%-32s %7d %7d %7d  %s %s",
        segment(one.segment()),
        one.changed(),
        one.before(),
        one.after(),
        signed("+", one.gained()),
        signed("-", one.lost()));
  }

  private static String segment(String name) {
    return name.equals(ReplayReport.NO_SEGMENT) ? "(no segment)" : name;
  }

  private void moves(ReplayReport report) {
    head(report.moves().isEmpty(), "what moved                          times");
    report.moves().entrySet().stream()
        .limit(ROWS)
        .forEach(one -> line("%7d  %s", one.getValue(), one.getKey()));
    more(report.moves().size());
  }

  private void pressure(ReplayReport report) {
    head(false, "attention and fallbacks           before    after");
    row("reservations", report.before().reservations(), report.after().reservations());
    row("interruptions", report.before().interruptions(), report.after().interruptions());
    row("refused on budgets", report.before().refused(), report.after().refused());
    row("rules over their limit", report.before().overran(), report.after().overran());
    line(
        "%-30s %7.1f%% %7.1f%%",
        "placements on their fallback",
        report.before().fallbackRate() * 100,
        report.after().fallbackRate() * 100);
    for (PlacementUse one : report.placements()) {
      if (one.before() != one.after())
        row("  " + one.placement() + " of " + one.asked(), one.before(), one.after());
    }
  }

  private void results(ReplayReport report) {
    head(report.results().isEmpty(), "results of placements with a ceiling     people");
    for (ResultShare one : report.results())
      line(
          "%s  %-28s %6.2f%%  %s",
          one.result(),
          one.placement(),
          one.share() * 100,
          one.actions().isEmpty() ? "(fallback)" : String.join(", ", one.actions()));
  }

  private void row(String what, long before, long after) {
    line("%-30s %8d %8d", what, before, after);
  }

  private void examples(ReplayReport report) {
    if (report.examples().isEmpty()) return;
    out.println();
    line("the rarest changes first:");
    for (Example one : report.examples()) example(one);
  }

  private void example(Example one) {
    out.println();
    line("%s", one.move());
    line(
        "  %s, %s of this in segment %s",
        one.decision(),
        one.count() == 1 ? "the only one" : "one of " + one.count(),
        segment(one.segment()));
    why("before", one.before());
    why("after ", one.after());
    for (Move move : one.moves()) {
      if (move.isSeen()) line("  and:    %s", move);
    }
  }

  private void why(String side, Why why) {
    line("  %s: %s, %s", side, Move.told(why.reason()), why.text());
    if (why.rule() != null)
      line("          rule \"%s\"%s", why.rule(), why.place() == null ? "" : ", " + why.place());
    for (String fact : why.facts()) line("          %s", fact);
  }

  private void head(boolean nothing, String head) {
    if (nothing) return;
    out.println();
    line("%s", head);
  }

  private void more(int rows) {
    if (rows > ROWS) line("and %d more; --json tells all", rows - ROWS);
  }

  private static String told(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " (" + one.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String signed(String sign, Map<String, Long> counts) {
    return counts.entrySet().stream()
        .limit(4)
        .map(one -> sign + one.getValue() + " " + one.getKey())
        .collect(Collectors.joining(" "));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }
}
