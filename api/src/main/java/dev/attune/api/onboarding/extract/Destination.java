package dev.attune.api.onboarding.extract;

import java.util.stream.IntStream;

/** Where somebody went: "switched from QA to UX" names what they left and what they do now. */
final class Destination {
  private Destination() {}

  /** Whether a name is what the speaker went over to. */
  static boolean is(Clause clause, Match match) {
    int to = before(clause, match);
    int from = departure(clause);
    return from >= 0 && from < to && (clause.word(to).is("to") || clause.word(to).is("into"));
  }

  /** Whether somebody goes from one thing to another. */
  static boolean isTold(Clause clause) {
    int from = departure(clause);
    return from >= 0
        && IntStream.range(from + 2, clause.size())
            .anyMatch(word -> clause.word(word).is("to") || clause.word(word).is("into"));
  }

  /** Whether a name is what the speaker left. */
  static boolean isLeft(Clause clause, Match match) {
    int from = departure(clause);
    return from >= 0
        && match.from() > from
        && IntStream.range(match.to(), clause.size())
            .anyMatch(word -> clause.word(word).is("to") || clause.word(word).is("into"))
        && !is(clause, match);
  }

  /** The "from" in "moved from sales to HR"; -1 where nobody moved. */
  private static int departure(Clause clause) {
    for (int word = 1; word < clause.size(); word++) {
      boolean noun = word > 1 && clause.cueAt("article", word - 2); // "a move from HR to sales"
      boolean own = word == 1 || noun || clause.hasCue("subject");
      if (own && clause.word(word).is("from") && clause.cueAt("went-over", word - 1)) return word;
    }
    return -1;
  }

  private static int before(Clause clause, Match match) {
    int word = match.from() - 1;
    while (word > 0 && (clause.cueAt("article", word) || isAbout(clause, word))) word--;
    return Math.max(0, word);
  }

  private static boolean isAbout(Clause clause, int word) {
    boolean to = clause.word(word).is("to") || clause.word(word).is("into");
    return clause.cueAt("adjective", word) && !to;
  }
}
