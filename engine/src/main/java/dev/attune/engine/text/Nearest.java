package dev.attune.engine.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name an author may have meant. */
public final class Nearest {
  private Nearest() {}

  /** {@code Maybe "tone.applied"?} with a leading space, or nothing when no name is near. */
  public static String maybe(String wrong, Collection<String> valid) {
    return name(wrong, valid).map(near -> " Maybe \"" + near + "\"?").orElse("");
  }

  /** The valid name at the smallest edit distance, if at most a third of its letters differ. */
  public static Optional<String> name(String wrong, Collection<String> valid) {
    String lower = wrong.toLowerCase(Locale.ROOT);
    return valid.stream()
        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= bound(wrong, name))
        .min(
            Comparator.<String>comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int bound(String wrong, String name) {
    return Math.max(1, Math.max(wrong.length(), name.length()) / 3);
  }

  /** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }
}
