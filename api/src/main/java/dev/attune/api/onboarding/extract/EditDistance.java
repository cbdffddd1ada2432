package dev.attune.api.onboarding.extract;

/** How many slips of the finger lie between two words; swapped neighbours count as one. */
final class EditDistance {
  private EditDistance() {}

  /** The distance, or {@code limit} when it is not below it. */
  static int between(String one, String other, int limit) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) last[j] = j;
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (swapped(one, other, i, j)) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least >= limit) return limit;
      beforeLast = last;
      last = row;
    }
    return Math.min(limit, last[other.length()]);
  }

  private static boolean swapped(String one, String other, int i, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
