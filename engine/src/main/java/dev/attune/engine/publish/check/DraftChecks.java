package dev.attune.engine.publish.check;

import java.util.List;

/** The lists of all checks. */
public final class DraftChecks {
  /** For what is published by a call: drafts, imports. */
  public static final List<DraftCheck> CALLED =
      List.of(new ScenariosProve(true), new CeilingHolds());

  /**
   * For an edit in a watched folder, where a rule is tried before its author has written the
   * scenario for it: a lack of proof is told, a scenario that fails refuses.
   */
  public static final List<DraftCheck> FOLDER =
      List.of(new ScenariosProve(false), new CeilingHolds());

  private DraftChecks() {}
}
