package dev.attune.engine.publish.replay;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.publish.replay.ReplayReport.ResultShare;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.util.List;

/** Which share of the people decided for lately would get which result of a draft. */
public final class Shares {
  private Shares() {}

  /**
   * Counts; takes some 50 µs a record. A record that means nothing on the draft counts for nobody.
   *
   * @throws IOException when the records cannot be read to their end
   */
  public static List<ResultShare> of(Release draft, RecordPages records) throws IOException {
    SharesTally tally = new SharesTally(draft);
    for (List<byte[]> page = records.next(); !page.isEmpty(); page = records.next()) {
      for (byte[] packed : page) add(packed, draft, tally);
    }
    return tally.shares();
  }

  private static void add(byte[] packed, Release draft, SharesTally tally) {
    DecisionRecord made;
    try {
      made = RecordCodec.decode(packed);
    } catch (RuntimeException broken) {
      return;
    }
    if (Obstacle.of(made, draft.content()) == null) tally.add(made);
  }
}
