package dev.attune.engine.arbitration;

import dev.attune.engine.action.Candidate;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves one candidate of each action, and of each item where the card says so: the best weight,
 * then the because text decides.
 */
final class Duplicates {
  private Duplicates() {}

  static List<Candidate> merged(List<Candidate> candidates) {
    List<Candidate> merged = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate next = candidates.get(i);
      int same = indexOfSame(merged, next);
      if (same < 0) merged.add(next);
      else if (isBetter(next, merged.get(same))) merged.set(same, next);
    }
    return merged;
  }

  private static int indexOfSame(List<Candidate> candidates, Candidate next) {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).isSameAs(next)) return i;
    }
    return -1;
  }

  private static boolean isBetter(Candidate a, Candidate b) {
    if (a.weight() != b.weight()) return a.weight() > b.weight();
    int byBecause = a.because().compareTo(b.because());
    if (byBecause != 0) return byBecause < 0;
    return item(a).compareTo(item(b)) < 0;
  }

  private static String item(Candidate candidate) {
    return candidate.about() == null ? "" : candidate.about().id();
  }
}
