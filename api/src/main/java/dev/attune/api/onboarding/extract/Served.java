package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a person works for without being one of them: "brochures for estate agents". */
final class Served {
  private static final Set<String> TOWARDS = Set.of("for", "to");
  private static final Set<String> EMPLOYED =
      Set.of("work", "works", "working", "worked", "am", "are", "report", "answer", "belong");
  private static final int NEAR = 3;

  private Served() {}

  /** Whether a match names several whom the clause's subject does something for. */
  static boolean names(Clause clause, Match match) {
    return towards(clause, match) >= 0;
  }

  /** What a clause says beside those served. */
  static List<Token> without(Reading reading, Clause clause) {
    List<Token> left = new ArrayList<>(clause.words());
    Stream.concat(
            reading.lists().roles().longest(clause.words()).stream(),
            reading.lists().industries().longest(clause.words()).stream())
        .filter(match -> names(clause, match))
        .forEach(
            match -> left.removeAll(clause.words().subList(towards(clause, match), match.to())));
    return left.isEmpty() ? clause.words() : left;
  }

  /** Where "for estate agents" begins; -1 where the match is not served. */
  private static int towards(Clause clause, Match match) {
    String last = clause.word(match.to() - 1).normal();
    if (!last.endsWith("s") || last.endsWith("ss")) return -1;
    for (int word = match.from() - 1; word > Math.max(0, match.from() - NEAR); word--) {
      if (!TOWARDS.contains(clause.word(word).normal())) continue;
      boolean does = clause.endOfCueBefore("subject", word).isPresent();
      return does && !EMPLOYED.contains(clause.word(word - 1).normal()) ? word : -1;
    }
    return -1;
  }
}
