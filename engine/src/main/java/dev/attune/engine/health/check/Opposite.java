package dev.attune.engine.health.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whether two conditions, without spaces, are each other's opposite, as far as text shows it. */
final class Opposite {
  private static final Map<String, String> OPERATORS =
      Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

  private Opposite() {}

  static boolean are(String one, String other) {
    return one.equals("not(" + other + ")")
        || other.equals("not(" + one + ")")
        || differByOneTest(one, other);
  }

  /** The same pattern with one constraint turned round. */
  private static boolean differByOneTest(String one, String other) {
    List<String> mine = constraints(one);
    List<String> theirs = constraints(other);
    if (mine.size() != theirs.size() || mine.isEmpty() || one.startsWith("not(")) return false;
    List<String> onlyMine = new ArrayList<>(mine);
    List<String> onlyTheirs = new ArrayList<>(theirs);
    onlyMine.removeAll(theirs);
    onlyTheirs.removeAll(mine);
    return onlyMine.size() == 1
        && onlyTheirs.size() == 1
        && areTests(onlyMine.get(0), onlyTheirs.get(0));
  }

  /** The fact's name, then its constraints. */
  private static List<String> constraints(String pattern) {
    int open = pattern.indexOf('(');
    if (open < 0 || !pattern.endsWith(")")) return List.of();
    List<String> parts = new ArrayList<>(List.of(pattern.substring(0, open)));
    parts.addAll(Arrays.asList(pattern.substring(open + 1, pattern.length() - 1).split(",")));
    return parts;
  }

  private static boolean areTests(String one, String other) {
    if (one.equals("!" + other) || other.equals("!" + one)) return true;
    for (Map.Entry<String, String> each : OPERATORS.entrySet()) {
      int at = one.indexOf(each.getKey());
      if (at <= 0) continue;
      String turned =
          one.substring(0, at) + each.getValue() + one.substring(at + each.getKey().length());
      if (turned.equals(other)) return true;
    }
    return false;
  }
}
