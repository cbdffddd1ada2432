package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads with the sentence encoder what the word lists left open. */
final class HeadReader {
  private static final int MOST_CLAUSES = 8;
  private static final int MOST_RANKED = 4;
  private static final int FIRST_WORDS = 3;
  private static final int LONGEST_COUNT = 12;
  private static final int FEW_WORDS = 5;
  private static final double SURE = 0.65;
  private static final double HIGHEST = 0.99;
  private static final double CERTAIN_GOAL = 0.6;
  private static final double CERTAIN_GOAL_OF_WORK = 0.8;
  private static final double CERTAIN_ROLE = 0.55;
  private static final double CERTAIN_ROLE_OF_US = 0.8;
  private static final double CERTAIN_INDUSTRY = 0.45;
  private static final List<String> FIELDS = List.of("role", "goals", "industry");

  private HeadReader() {}

  /**
   * @param found what the word lists found already
   */
  static List<Evidence> read(Reading reading, Likelihoods likelihoods, List<Evidence> found) {
    List<Evidence> evidence = new ArrayList<>();
    if (!reading.english()) return evidence;
    int weighed = 0;
    for (int i = 0; i < reading.clauses().size() && weighed < MOST_CLAUSES; i++) {
      Set<String> open = openFields(reading, i, found);
      if (open.isEmpty()) continue;
      weighed++;
      for (String field : open) weigh(reading, i, field, likelihoods, evidence);
    }
    return evidence;
  }

  /** How likely each value of each open field is, anywhere in what the person says. */
  static Map<String, Map<Object, Double>> ranking(
      Reading reading, Likelihoods likelihoods, List<Evidence> found) {
    Map<String, Map<Object, Double>> ranking = new LinkedHashMap<>();
    List<String> open = FIELDS.stream().filter(field -> !certain(found, field, -1)).toList();
    for (int i = 0; i < Math.min(MOST_RANKED, reading.clauses().size()); i++) {
      Clause clause = reading.clauses().get(i);
      if (clause.has(Scope.COMMAND) || clause.startsWith(Scope.SOMEBODY_ELSE, 1)) continue;
      for (String field : open) {
        Map<Object, Double> ranked = ranking.computeIfAbsent(field, any -> new LinkedHashMap<>());
        likelihoods.of(i, field).forEach((value, it) -> ranked.merge(value, it, Math::max));
      }
    }
    return ranking;
  }

  private static void weigh(
      Reading reading, int index, String field, Likelihoods likelihoods, List<Evidence> evidence) {
    Clause clause = reading.clauses().get(index);
    double certain = certainFrom(field, clause);
    likelihoods
        .of(index, field)
        .forEach(
            (value, likelihood) -> {
              double confidence = Math.min(HIGHEST, likelihood * SURE / certain);
              if (confidence < SURE / 2) return;
              evidence.add(
                  new Evidence(
                      field, value, false, confidence, index, 0, clause.size(), "encoder"));
            });
  }

  /** How likely a value must be to be certain; what people do every day is seldom a goal. */
  private static double certainFrom(String field, Clause clause) {
    if (field.equals("industry")) return CERTAIN_INDUSTRY;
    if (field.equals("role")) {
      return clause.hasCue("speaker") ? CERTAIN_ROLE : CERTAIN_ROLE_OF_US;
    }
    boolean works = clause.hasCue("me") && !clause.hasCue("want") && !clause.hasCue("trouble");
    return works ? CERTAIN_GOAL_OF_WORK : CERTAIN_GOAL;
  }

  private static Set<String> openFields(Reading reading, int index, List<Evidence> found) {
    Clause clause = reading.clauses().get(index);
    Set<String> open = new HashSet<>();
    if (clause.size() < 2 && reading.asked().isEmpty()) return open;
    boolean me = clause.hasCue("me") || clause.hasCue("my-work") || clause.hasCue("object");
    boolean passing = clause.hasCue("visiting") || isAfterthought(reading, clause);
    if (!Likelihoods.isBarred(clause) && !clause.hasCue("want") && !passing) {
      boolean mine = me || reading.expects("role") || opens(clause);
      if (mine && !counts(found, index, clause) && !certain(found, "role", -1)) open.add("role");
      boolean ours = me || clause.hasCue("employer") || reading.expects("industry");
      if (ours && !certain(found, "industry", -1)) open.add("industry");
    }
    boolean told = certain(found, "role", index) || certain(found, "experience", index);
    if (!isBarredForGoals(clause) && !told && !certain(found, "goals", index)) open.add("goals");
    open.removeIf(
        field -> !reading.asked().isEmpty() && !reading.expects(field) && reading.words() <= 4);
    return open;
  }

  /** A few words beside others that speak of somebody else: "the accountant does it, I sign". */
  private static boolean isAfterthought(Reading reading, Clause clause) {
    return clause.size() < FEW_WORDS
        && reading.clauses().stream()
            .anyMatch(it -> it.sentence() == clause.sentence() && Likelihoods.isBarred(it));
  }

  /** "There are 23 in my department" tells no role. */
  private static boolean counts(List<Evidence> found, int index, Clause clause) {
    return clause.size() <= LONGEST_COUNT
        && (certain(found, "teamSize", index) || certain(found, "yearsExperience", index));
  }

  private static boolean isBarredForGoals(Clause clause) {
    return clause.has(Scope.COMMAND)
        || clause.startsWith(Scope.UNWANTED, FIRST_WORDS)
        || clause.has(Scope.PAST)
        || clause.has(Scope.HYPOTHETICAL)
        || (clause.has(Scope.QUESTION) && !clause.hasCue("help"))
        || (clause.has(Scope.SOMEBODY_ELSE) && clause.hasCue("relative"));
  }

  private static boolean opens(Clause clause) {
    return clause.word(0).normal().endsWith("ing") && clause.size() > 2;
  }

  private static boolean certain(List<Evidence> found, String field, int clause) {
    return found.stream()
        .anyMatch(
            it ->
                it.field().equals(field)
                    && !it.denied()
                    && it.confidence() >= SURE
                    && (clause < 0 || it.clause() == clause));
  }
}
