package dev.attune.engine.fact;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How placements stand with one person. Immutable.
 *
 * @param arranged what the person pinned and hid, by placement
 * @param laidOut what the last decision put where, by placement; of placements that are to be
 *     steady alone
 */
public record Surfaces(Map<String, Arrangement> arranged, Map<String, Layout> laidOut) {
  public static final Surfaces UNTOUCHED = new Surfaces(Map.of(), Map.of());

  /**
   * A person's own arrangement of a placement; it stands above any rule and ranking.
   *
   * @param pinned ids of actions, in the order they are to stand in
   * @param hidden ids of actions never to be shown here
   * @param at when it was arranged; the latest arrangement wins
   */
  public record Arrangement(List<String> pinned, Set<String> hidden, Instant at) {
    public static final Arrangement NONE = new Arrangement(List.of(), Set.of(), Instant.EPOCH);

    /** The later of two; at the same moment the greater text, so that joining commutes. */
    Arrangement orLater(Arrangement other) {
      int byTime = at.compareTo(other.at);
      if (byTime != 0) return byTime > 0 ? this : other;
      return text().compareTo(other.text()) >= 0 ? this : other;
    }

    private String text() {
      return String.join(",", pinned) + ';' + String.join(",", hidden.stream().sorted().toList());
    }
  }

  /**
   * What stood where.
   *
   * @param actions ids, by place
   * @param basis a digest of what the rules proposed
   * @param at when it was decided
   */
  public record Layout(List<String> actions, int basis, Instant at) {
    /** Whether the next visit would be held to the same. */
    public boolean isLike(Layout other) {
      return basis == other.basis && actions.equals(other.actions);
    }

    Layout orLater(Layout other) {
      int byTime = at.compareTo(other.at);
      if (byTime != 0) return byTime > 0 ? this : other;
      return actions.toString().compareTo(other.actions.toString()) >= 0 ? this : other;
    }
  }

  public Surfaces arrange(String placement, Arrangement arrangement) {
    Map<String, Arrangement> changed = new HashMap<>(arranged);
    changed.merge(placement, arrangement, Arrangement::orLater);
    return new Surfaces(changed, laidOut);
  }

  public Surfaces layOut(String placement, Layout layout) {
    Map<String, Layout> changed = new HashMap<>(laidOut);
    changed.merge(placement, layout, Layout::orLater);
    return new Surfaces(arranged, changed);
  }

  /** Both together, the later of each; the order does not matter. */
  Surfaces plus(Surfaces other) {
    return new Surfaces(
        Merging.together(arranged, other.arranged, Arrangement::orLater),
        Merging.together(laidOut, other.laidOut, Layout::orLater));
  }

  /** Only what concerns some placements. */
  public Surfaces of(Set<String> placements) {
    if (arranged.isEmpty() && laidOut.isEmpty()) return this;
    Map<String, Arrangement> arrangedThere = new HashMap<>(arranged);
    Map<String, Layout> laidOutThere = new HashMap<>(laidOut);
    arrangedThere.keySet().retainAll(new HashSet<>(placements));
    laidOutThere.keySet().retainAll(new HashSet<>(placements));
    return new Surfaces(arrangedThere, laidOutThere);
  }
}
