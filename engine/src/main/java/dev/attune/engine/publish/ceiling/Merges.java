package dev.attune.engine.publish.ceiling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which actions to make one, so that a placement has fewer results. */
final class Merges {
  private Merges() {}

  /**
   * Two actions that become one.
   *
   * @param results so many are left then, after this and all merges before it
   */
  record Merge(String into, String from, int results) {}

  /**
   * The fewest it can find, each the best there is at its turn, up to the last one that helps;
   * empty when none does.
   */
  static List<Merge> downTo(int ceiling, Collection<Experience> results) {
    Set<List<String>> left = new LinkedHashSet<>();
    results.forEach(each -> left.add(each.actions()));
    List<Merge> merges = new ArrayList<>();
    int helpful = 0;
    while (left.size() > ceiling) {
      Merge best = best(left);
      if (best == null) break;
      merges.add(best);
      if (best.results() < left.size()) helpful = merges.size();
      Set<List<String>> merged = merged(left, best.into(), best.from());
      left.clear();
      left.addAll(merged);
    }
    return List.copyOf(merges.subList(0, helpful));
  }

  private static @Nullable Merge best(Set<List<String>> results) {
    List<String> actions = List.copyOf(actions(results));
    Merge best = null;
    for (int i = 0; i < actions.size(); i++) {
      for (int j = i + 1; j < actions.size(); j++) {
        int left = merged(results, actions.get(i), actions.get(j)).size();
        if (best == null || left < best.results())
          best = new Merge(actions.get(i), actions.get(j), left);
      }
    }
    return best;
  }

  private static Set<String> actions(Set<List<String>> results) {
    Set<String> actions = new TreeSet<>();
    results.forEach(actions::addAll);
    return actions;
  }

  private static Set<List<String>> merged(Set<List<String>> results, String into, String from) {
    Set<List<String>> merged = new LinkedHashSet<>();
    for (List<String> each : results) {
      Set<String> once = new LinkedHashSet<>();
      for (String action : each) once.add(action.equals(from) ? into : action);
      merged.add(List.copyOf(once));
    }
    return merged;
  }
}
