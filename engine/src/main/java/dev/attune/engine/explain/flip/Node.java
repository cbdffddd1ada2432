package dev.attune.engine.explain.flip;

import dev.attune.engine.decision.Rerun;
import dev.attune.engine.fact.Facts;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A set of edits and what the decision comes to with them.
 *
 * @param rerun null when no rule proposes the action, so that nothing else needs to be known
 * @param chosen whether the action is chosen for some placement
 */
record Node(
    List<Edit> edits, Situation situation, Facts facts, @Nullable Rerun rerun, boolean chosen) {

  /** One edit of each key. */
  boolean changes(String key) {
    for (Edit edit : edits) if (edit.key().equals(key)) return true;
    return false;
  }

  /** The same for the same edits in any order. */
  static String name(List<Edit> edits) {
    TreeSet<String> names = new TreeSet<>();
    for (Edit edit : edits) names.add(edit.key() + '=' + edit.told().to());
    return String.join("|", names);
  }
}
