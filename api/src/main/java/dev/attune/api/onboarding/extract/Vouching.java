package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Turn;
import java.util.Set;

/** Puts what somebody else read out of a turn to the same rules of scope. */
final class Vouching {
  private static final String GOALS = "goals";

  private final Interpreter interpreter;

  Vouching(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** Whether the quoted words stand anywhere in the turn as the person's own, said of now. */
  boolean vouches(Turn turn, CandidateFact fact) {
    Reading reading = interpreter.read(turn.text(), ConversationState.NOTHING, Set.of());
    String own = OwnWords.of(turn.text());
    for (int at = own.indexOf(fact.quote()); at >= 0; at = own.indexOf(fact.quote(), at + 1)) {
      if (holds(reading, fact, at, at + fact.quote().length())) return true;
    }
    return false;
  }

  private static boolean holds(Reading reading, CandidateFact fact, int start, int end) {
    boolean met = false;
    for (Clause clause : reading.clauses()) {
      Match words = words(clause, start, end);
      if (words.length() == 0) continue;
      met = true;
      if (isBarred(clause, words, fact.field())) return false;
    }
    return met;
  }

  private static boolean isBarred(Clause clause, Match words, String field) {
    if (field.equals(GOALS)) {
      return GoalsReader.isBarred(clause, words) || clause.has(Scope.UNWANTED, words);
    }
    return Mine.isBarred(clause, words)
        || clause.has(Scope.NEGATED, words)
        || clause.has(Scope.UNWANTED, words);
  }

  /** The clause's words between two places of the message; of no length when there are none. */
  private static Match words(Clause clause, int start, int end) {
    int from = 0;
    while (from < clause.size() && clause.word(from).end() <= start) from++;
    int to = from;
    while (to < clause.size() && clause.word(to).start() < end) to++;
    return new Match(Term.of("", "", "", Form.EXACT), from, to);
  }
}
