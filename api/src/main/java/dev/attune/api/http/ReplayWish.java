package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.replay.ServerReplay;
import dev.attune.engine.publish.replay.ReplayLimit;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a draft is to be replayed: {@code {last?, most?, maxChanged?}}.
 *
 * @param last how far back
 * @param most at most so many decisions, the newest
 * @param maxChanged the share that may change; null: any
 */
record ReplayWish(Duration last, int most, @Nullable ReplayLimit maxChanged) {
  private static final int MOST = 100_000;
  private static final int STANDARD = 20_000;
  private static final int LONGEST = 16;

  /** The last day, whatever changes. */
  static final ReplayWish ANY = new ReplayWish(Duration.ofHours(24), STANDARD, null);

  /** The last day, within a limit. */
  static ReplayWish within(ReplayLimit limit) {
    return new ReplayWish(ANY.last, ANY.most, limit);
  }

  static Checked<ReplayWish> read(byte[] body) {
    if (body.length == 0) return Checked.good(ANY);
    Checked<Fields> checked = Fields.of(body);
    if (checked.problem() != null) return Checked.refused(checked.problem());
    Fields fields = checked.get();
    ReplayWish wish = new ReplayWish(last(fields), most(fields), maxChanged(fields));
    Problem problem = fields.problem();
    return problem == null ? Checked.good(wish) : Checked.refused(problem);
  }

  private static Duration last(Fields fields) {
    if (fields.node("last") == null) return ANY.last;
    Optional<Duration> last =
        Durations.parse(fields.text("last", LONGEST))
            .filter(each -> each.compareTo(ServerReplay.LONGEST) <= 0);
    if (last.isEmpty()) fields.fault("last", "a time such as 30m, 24h or 7d is needed, up to 7d");
    return last.orElse(ANY.last);
  }

  private static int most(Fields fields) {
    JsonNode most = fields.node("most");
    if (most == null) return ANY.most;
    if (most.isInt() && most.asInt() >= 1 && most.asInt() <= MOST) return most.asInt();
    fields.fault("most", "a whole number from 1 to " + MOST + " is needed");
    return ANY.most;
  }

  private static @Nullable ReplayLimit maxChanged(Fields fields) {
    if (fields.node("maxChanged") == null) return null;
    Optional<ReplayLimit> limit = ReplayLimit.parse(fields.text("maxChanged", LONGEST));
    if (limit.isEmpty()) fields.fault("maxChanged", "a share such as \"5%\" is needed");
    return limit.orElse(null);
  }

  /** What of this report goes beyond the limits, in plain words; empty when nothing does. */
  List<String> exceededBy(ReplayReport report) {
    List<String> exceeded = new ArrayList<>();
    if (maxChanged != null && !maxChanged.allows(report)) exceeded.add(maxChanged.told(report));
    report.rareResults().forEach(rare -> exceeded.add(rare.told()));
    return exceeded;
  }
}
