package dev.attune.engine.publish.live;

import dev.attune.engine.publish.Origin;
import dev.attune.engine.publish.Publication;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose turn it is when a node has a folder and the deployment has releases. */
enum FolderTurn {
  /** The folder holds what is live. */
  AGREES,
  /** Nobody edited the folder; the live release came another way. */
  FOLLOWS,
  /** The folder was edited on top of what is live: the edit is to be the next release. */
  PUBLISHES,
  /** The folder was edited, and something else was published since: a person must decide. */
  CONFLICTS;

  /**
   * Decides by content alone, so that it does not matter in which order nodes look.
   *
   * @param folder hash of what the folder holds
   * @param agreed hash of what the folder held when it last agreed with a live release; null when
   *     this node never saw that
   * @param kept the kept releases, newest first
   */
  static FolderTurn of(String folder, @Nullable String agreed, List<Publication> kept) {
    if (kept.isEmpty()) return PUBLISHES;
    Publication current = kept.get(0);
    if (folder.equals(current.hash())) return AGREES;
    if (folder.equals(agreed)) return FOLLOWS;
    if (agreed != null) return agreed.equals(current.hash()) ? PUBLISHES : CONFLICTS;
    if (kept.stream().anyMatch(each -> each.hash().equals(folder))) return FOLLOWS;
    return current.origin() == Origin.FOLDER ? PUBLISHES : CONFLICTS;
  }
}
