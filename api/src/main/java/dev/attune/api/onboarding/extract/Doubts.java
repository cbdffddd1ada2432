package dev.attune.api.onboarding.extract;

/**
 * Doubts what single words say about a clause that as a whole speaks of something else: "seen every
 * CRM there is" wants no customers managed.
 */
final class Doubts {
  private static final double UNLIKELY = 0.02;
  private static final double UNLIKELY_WISH = 0.01;
  private static final double UNLIKELY_ASIDE = 0.3;
  private static final int FEW_WORDS = 2;

  private Doubts() {}

  static Evidence applied(Reading reading, Likelihoods likelihoods, Evidence words) {
    boolean doubted = isDoubtful(reading, words) && isUnlikely(reading, likelihoods, words);
    return doubted ? words.doubted() : words;
  }

  private static boolean isDoubtful(Reading reading, Evidence words) {
    return reading.english()
        && (words.field().equals("goals") || words.isDuty())
        && !words.denied()
        && !reading.expects(words.field())
        && reading.clauses().get(words.clause()).size() > FEW_WORDS;
  }

  private static boolean isUnlikely(Reading reading, Likelihoods likelihoods, Evidence words) {
    Clause clause = reading.clauses().get(words.clause());
    boolean aside =
        words.field().equals("goals")
            && words.to() - words.from() == 1
            && !clause.hasCue("want")
            && !clause.hasCue("trouble");
    return likelihoods.of(words.clause(), words.field()).getOrDefault(words.value().toString(), 0.0)
        < (aside ? UNLIKELY_ASIDE : clause.hasCue("want") ? UNLIKELY_WISH : UNLIKELY);
  }
}
