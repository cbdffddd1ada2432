package dev.attune.engine.publish.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Remembers one decision for each kind of change. A kind is what happens to one action among the
 * people of one segment; the rarer a kind, the more surprising. For one thread.
 */
final class Surprises {
  /** Beyond so many kinds, further ones are counted in the report but give no example. */
  private static final int KINDS = 20_000;

  private final Map<Kind, Seen> seen = new HashMap<>();

  /** What happens to one action among the people of one segment. */
  record Kind(String segment, Move move) {}

  /**
   * How often a kind was seen.
   *
   * @param decision the earliest of them
   * @param record it, packed
   */
  record Seen(Kind kind, long count, String decision, byte[] record) {
    Seen and(Seen other) {
      Seen first = decision.compareTo(other.decision) <= 0 ? this : other;
      return new Seen(kind, count + other.count, first.decision, first.record);
    }
  }

  void add(Kind kind, String decision, Supplier<byte[]> record) {
    Seen known = seen.get(kind);
    if (known == null) {
      if (seen.size() < KINDS) seen.put(kind, new Seen(kind, 1, decision, record.get()));
      return;
    }
    boolean earlier = decision.compareTo(known.decision()) < 0;
    seen.put(
        kind,
        new Seen(
            kind,
            known.count() + 1,
            earlier ? decision : known.decision(),
            earlier ? record.get() : known.record()));
  }

  void addAll(Surprises others) {
    others.seen.forEach((kind, one) -> seen.merge(kind, one, Seen::and));
  }

  /** The rarest kinds first; each decision once, and each move once as long as others are left. */
  List<Seen> rarest(int most) {
    List<Seen> sorted =
        seen.values().stream()
            .sorted(
                Comparator.comparingLong(Seen::count)
                    .thenComparing(one -> one.kind().move())
                    .thenComparing(one -> one.kind().segment()))
            .toList();
    Set<String> decisions = new HashSet<>();
    Set<Move> moves = new HashSet<>();
    List<Seen> rarest = new ArrayList<>();
    for (Seen one : sorted) {
      if (rarest.size() == most) break;
      if (moves.contains(one.kind().move()) || !decisions.add(one.decision())) continue;
      moves.add(one.kind().move());
      rarest.add(one);
    }
    for (Seen one : sorted) {
      if (rarest.size() == most) break;
      if (decisions.add(one.decision())) rarest.add(one);
    }
    return rarest;
  }
}
