package dev.attune.engine.publish.check;

import dev.attune.engine.publish.replay.RecordPages;
import java.util.List;
import java.util.function.Supplier;

/** The lists of all checks. */
public final class DraftChecks {
  private DraftChecks() {}

  /**
   * For what is published by a call: drafts, imports.
   *
   * @param lately opens the newest recorded decisions
   */
  public static List<DraftCheck> called(Supplier<RecordPages> lately) {
    return List.of(new ScenariosProve(true), new CeilingHolds(), new SharesHold(lately, true));
  }

  /**
   * For an edit in a watched folder, where a rule is tried before its author has written the
   * scenario for it: a lack of proof is told, a scenario that fails refuses.
   */
  public static List<DraftCheck> folder(Supplier<RecordPages> lately) {
    return List.of(new ScenariosProve(false), new CeilingHolds(), new SharesHold(lately, false));
  }
}
