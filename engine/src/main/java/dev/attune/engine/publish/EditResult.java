package dev.attune.engine.publish;

import java.util.List;

/** What came of changing a draft. */
public sealed interface EditResult {
  /** The draft's new revision. */
  record Edited(Draft draft) implements EditResult {}

  /** There is no such draft. */
  record Missing() implements EditResult {}

  /**
   * Somebody else edited it meanwhile; nothing changed.
   *
   * @param revision the one that stands there
   */
  record Overwritten(long revision) implements EditResult {}

  /** There are {@value DraftStore#MOST} drafts, or the draft would be too large. */
  record Full(String why) implements EditResult {}

  /**
   * The draft and the current release changed the same files since their common ground; nothing
   * changed.
   */
  record Diverged(List<String> paths) implements EditResult {}
}
