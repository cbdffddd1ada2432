package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads with the sentence encoder what the word lists left open. */
final class HeadReader {
  private static final int MOST_CLAUSES = 8;
  private static final int ABOUT_ME = 3;

  /** Scopes that leave the beginning of a clause alone: "I help people who are not …". */
  private static final Set<Scope> WITHIN = Set.of(Scope.SOMEBODY_ELSE, Scope.NEGATED);

  private static final double SURE = 0.65;
  private static final int LONGEST_SENTENCE = 25;
  private static final int LONGEST_COUNT = 12;
  private static final double CERTAIN_GOAL = 0.5;
  private static final double CERTAIN_ROLE = 0.45;
  private static final double CERTAIN_ROLE_OF_US = 0.8;
  private static final double CERTAIN_INDUSTRY = 0.4;
  private static final double CERTAIN_GOAL_OF_WORK = 0.8;

  private final SentenceEncoder encoder;
  private final Heads heads;

  HeadReader(SentenceEncoder encoder, Heads heads) {
    this.encoder = encoder;
    this.heads = heads;
  }

  /**
   * @param found what the word lists found already
   * @param ranking takes how likely each value is, by field
   */
  List<Evidence> read(
      Reading reading, List<Evidence> found, Map<String, Map<Object, Double>> ranking) {
    List<Evidence> evidence = new ArrayList<>();
    if (!reading.english()) return evidence;
    int encoded = 0;
    for (int i = 0; i < reading.clauses().size() && encoded < MOST_CLAUSES; i++) {
      Set<String> open = openFields(reading, i, found);
      if (open.isEmpty()) continue;
      encoded++;
      weigh(reading, i, open, ranking, evidence);
    }
    return evidence;
  }

  /** The clause itself, and the sentence around it where that is short. */
  private void weigh(
      Reading reading,
      int index,
      Set<String> open,
      Map<String, Map<Object, Double>> ranking,
      List<Evidence> evidence) {
    Clause clause = reading.clauses().get(index);
    Sample alone = Sample.of(clause.words(), encoder);
    List<Token> sentence = sentence(reading, index);
    Sample around = sentence.size() == clause.size() ? alone : Sample.of(sentence, encoder);
    for (String field : open) {
      Head head = Objects.requireNonNull(heads.byField().get(field), field);
      Map<String, Double> likelihoods = new LinkedHashMap<>(head.likelihoods(alone));
      if (around != alone) {
        head.likelihoods(around).forEach((value, it) -> likelihoods.merge(value, it, Math::max));
      }
      likelihoods.remove(Head.NONE);
      double scale = SURE / certainFrom(field, clause);
      likelihoods.replaceAll((value, it) -> Math.min(0.99, it * scale));
      likelihoods.forEach(
          (value, likelihood) -> {
            ranking
                .computeIfAbsent(field, any -> new LinkedHashMap<>())
                .merge(value, likelihood, Math::max);
            if (likelihood >= SURE / 2) {
              evidence.add(
                  new Evidence(
                      field, value, false, likelihood, index, 0, clause.size(), "encoder"));
            }
          });
    }
  }

  /** How likely a value must be to be certain; what people do every day is seldom a goal. */
  private static double certainFrom(String field, Clause clause) {
    if (field.equals("role")) {
      return clause.hasCue("speaker") ? CERTAIN_ROLE : CERTAIN_ROLE_OF_US;
    }
    if (field.equals("industry")) return CERTAIN_INDUSTRY;
    boolean works = clause.hasCue("me") && !clause.hasCue("want") && !clause.hasCue("trouble");
    return works ? CERTAIN_GOAL_OF_WORK : CERTAIN_GOAL;
  }

  private static List<Token> sentence(Reading reading, int index) {
    int sentence = reading.clauses().get(index).sentence();
    List<Clause> clauses =
        reading.clauses().stream().filter(it -> it.sentence() == sentence).toList();
    boolean clean = clauses.stream().noneMatch(HeadReader::isBarred);
    List<Token> words = clauses.stream().flatMap(it -> it.words().stream()).toList();
    return clean && words.size() <= LONGEST_SENTENCE ? words : reading.clauses().get(index).words();
  }

  private static Set<String> openFields(Reading reading, int index, List<Evidence> found) {
    Clause clause = reading.clauses().get(index);
    Set<String> open = new HashSet<>();
    if (clause.size() < 2 && reading.asked().isEmpty()) return open;
    boolean wants = clause.hasCue("want");
    boolean me = clause.hasCue("me") || clause.hasCue("my-work") || clause.hasCue("object");
    boolean own = me || clause.hasCue("employer");
    if (!isBarred(clause) && !wants) {
      boolean mine = me || reading.expects("role") || opens(clause);
      if (mine && !certain(found, "role", -1)) open.add("role");
      if ((own || reading.expects("industry")) && !certain(found, "industry", -1))
        open.add("industry");
    }
    boolean counts = certain(found, "teamSize", index) || certain(found, "yearsExperience", index);
    if (counts && clause.size() <= LONGEST_COUNT) open.remove("role");
    boolean told = certain(found, "role", index) || certain(found, "experience", index);
    if (!isBarredForGoals(clause) && !told && !certain(found, "goals", index)) open.add("goals");
    open.removeIf(
        field -> !reading.asked().isEmpty() && !reading.expects(field) && reading.words() <= 4);
    return open;
  }

  private static boolean isBarredForGoals(Clause clause) {
    return clause.has(Scope.COMMAND)
        || clause.startsWith(Scope.UNWANTED, ABOUT_ME)
        || clause.has(Scope.PAST)
        || clause.has(Scope.HYPOTHETICAL)
        || (clause.has(Scope.QUESTION) && !clause.hasCue("help"))
        || (clause.has(Scope.SOMEBODY_ELSE) && clause.hasCue("relative"));
  }

  private static boolean opens(Clause clause) {
    return clause.word(0).normal().endsWith("ing") && clause.size() > 2;
  }

  private static boolean isBarred(Clause clause) {
    return clause.scopes().entrySet().stream()
        .anyMatch(it -> !WITHIN.contains(it.getKey()) || clause.startsWith(it.getKey(), ABOUT_ME));
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
