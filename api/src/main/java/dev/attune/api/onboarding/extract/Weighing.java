package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Weighs what the word lists found in a message against what the heads hold likely of it. */
final class Weighing {
  private static final List<String> FIELDS = List.of("role", Likelihoods.GOALS, "industry");
  private static final double ANSWERED = 0.9;
  private static final double NAMED = 0.84;
  private static final double SURE = 0.65;
  private static final double ASIDE = 0.45;
  private static final double UNSURE = 0.5;
  private static final double WORTH_WEIGHING = 0.05;
  private static final double HIGHEST = 0.98;
  private static final int FEW_WORDS = 4;
  private static final int ANSWER = 8;
  private static final int SENTENCE_WORDS = 12;

  /** How sure it must be of an industry that nobody put into words. */
  private static final double CLEARLY = 0.7;

  private static final int MOST_RANKED = 4;
  private static final double DUTY = RoleReader.DUTY;

  /** Jobs that sound like an industry, wherever they are done. */
  private static final Map<String, Set<String>> TRADES =
      Map.of(
          "technology",
          Set.of("software_engineer", "it_operations", "data_analyst", "designer"),
          "finance",
          Set.of("finance"),
          "retail_ecommerce",
          Set.of("sales", "marketer"));

  private final Reading reading;
  private final Likelihoods likelihoods;
  private final Listed listed;
  private final TraitReader traits;
  private final Weights weights;

  /**
   * @param found what the word lists found
   */
  Weighing(Reading reading, Likelihoods likelihoods, List<Evidence> found, Weights weights) {
    this.reading = reading;
    this.likelihoods = likelihoods;
    listed = new Listed(List.copyOf(found));
    traits = new TraitReader(reading, likelihoods, listed);
    this.weights = weights;
  }

  /** The evidence, as sure as everything taken together makes it. */
  List<Evidence> weighed() {
    List<Evidence> weighed = new ArrayList<>();
    for (Evidence words : listed.all()) {
      if (words.denied() || !FIELDS.contains(words.field())) weighed.add(words);
    }
    for (String field : FIELDS) {
      for (String value : values(field)) {
        weighed.addAll(weighed(field, value, weights.confidence(field, traits.of(field, value))));
      }
    }
    return weighed;
  }

  /** How likely each value is, anywhere in what the person says. */
  Map<String, Map<Object, Double>> ranking() {
    Map<String, Map<Object, Double>> ranking = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(MOST_RANKED, reading.clauses().size()); i++) {
      Clause clause = reading.clauses().get(i);
      if (clause.has(Scope.COMMAND) || clause.startsWith(Scope.SOMEBODY_ELSE, 1)) continue;
      for (String field : FIELDS) {
        Map<Object, Double> ranked = ranking.computeIfAbsent(field, any -> new LinkedHashMap<>());
        likelihoods
            .ofAnyClause(i, field)
            .forEach((value, it) -> ranked.merge(value, it, Math::max));
        likelihoods.ofSentences(field).forEach((value, it) -> ranked.merge(value, it, Math::max));
      }
    }
    return ranking;
  }

  /** The values of a field that anything speaks for. */
  Set<String> values(String field) {
    Set<String> values = new LinkedHashSet<>();
    listed.all().stream()
        .filter(it -> it.field().equals(field) && !it.denied())
        .forEach(it -> values.add(it.value().toString()));
    for (Map<String, Double> likely :
        List.of(likelihoods.ofSentences(field), likelihoods.ofMessage(field))) {
      likely.forEach(
          (value, it) -> {
            if (it > WORTH_WEIGHING) values.add(value);
          });
    }
    values.remove(RoleReader.OTHER);
    return values;
  }

  /** What speaks for and against a value. */
  Map<Trait, Double> traits(String field, String value) {
    return traits.of(field, value);
  }

  private List<Evidence> weighed(String field, String value, double confidence) {
    List<Evidence> named = listed.of(field, value);
    boolean doubtful =
        answersElse(field, named)
            || isOnlyWished(field, named)
            || namesEmployerOnly(field, named)
            || isOnlyCounted(field, named)
            || isOnlyStudied(field, value, named)
            || isOnlyTheTrade(field, value, named);
    double sure = Math.min(doubtful ? UNSURE : HIGHEST, confidence);
    boolean unsaid = named.isEmpty() && likelihoods.seesMeaning();
    if (unsaid && field.equals("industry") && sure < CLEARLY) sure = Math.min(sure, UNSURE);
    boolean wanted = !doubtful && named.stream().anyMatch(this::isWanted);
    if (wanted && reading.words() <= SENTENCE_WORDS) sure = Math.max(sure, SURE);
    if (named.isEmpty()) {
      int clause = likelihoods.likeliestClause(field, value);
      int size = reading.clauses().get(clause).size();
      return List.of(new Evidence(field, value, false, sure, clause, 0, size, "encoder"));
    }
    double highest = Listed.highest(named);
    boolean elsewhere = named.stream().anyMatch(it -> it.confidence() == Evidence.ELSEWHERE);
    double most = elsewhere && highest < ASIDE ? Math.min(sure, UNSURE) : sure;
    return named.stream()
        .map(it -> it.sure(it.confidence() == highest ? most : Math.min(most, it.confidence())))
        .toList();
  }

  /** "Finance", asked for the job, tells no industry: the words are the answer to the question. */
  private boolean answersElse(String field, List<Evidence> named) {
    if (reading.asked().isEmpty() || reading.expects(field)) return false;
    if (named.isEmpty()) return reading.words() <= ANSWER;
    if (reading.words() > FEW_WORDS) return false;
    return Listed.highest(named) < SURE
        || named.stream()
            .allMatch(it -> listed.all().stream().anyMatch(other -> isAnswer(it, other)));
  }

  /** "We need it for hiring and payroll". */
  private boolean isWanted(Evidence words) {
    return words.field().equals(Likelihoods.GOALS)
        && words.confidence() >= ANSWERED
        && reading.clauses().get(words.clause()).hasCue("want");
  }

  /** "Plan social media posts": what somebody wants tells no job, unless they speak of theirs. */
  private boolean isOnlyWished(String field, List<Evidence> named) {
    return field.equals("role")
        && Listed.highest(named) < SURE
        && listed.all().stream()
            .anyMatch(it -> it.field().equals(Likelihoods.GOALS) && it.confidence() >= UNSURE)
        && reading.clauses().stream().noneMatch(Weighing::speaksOfWork);
  }

  /** "Cloud backup vendor": a few words that name an employer tell no job. */
  private boolean namesEmployerOnly(String field, List<Evidence> named) {
    if (!field.equals("role") || Listed.highest(named) >= SURE) return false;
    if (reading.clauses().size() > 1 || reading.words() > FEW_WORDS) return false;
    Clause only = reading.clauses().get(0);
    return only.cueAt("organisation", only.size() - 1) && !only.hasCue("subject");
  }

  /** "The company employs 800, my own team is six": numbers tell no job. */
  private boolean isOnlyCounted(String field, List<Evidence> named) {
    return field.equals("role")
        && named.isEmpty()
        && IntStream.range(0, reading.clauses().size())
            .allMatch(
                clause ->
                    listed.all().stream()
                        .anyMatch(it -> it.clause() == clause && it.field().equals("teamSize")));
  }

  /** What a student reads about is no employer, unless they name one. */
  private boolean isOnlyStudied(String field, String value, List<Evidence> named) {
    return field.equals("industry")
        && !value.equals("education")
        && Listed.highest(named) < NAMED
        && listed.of("role", "student").stream().anyMatch(it -> it.confidence() >= SURE);
  }

  /** A developer need not work for a software company, nor an accountant for a bank. */
  private boolean isOnlyTheTrade(String field, String value, List<Evidence> named) {
    return field.equals("industry")
        && named.isEmpty()
        && TRADES.getOrDefault(value, Set.of()).stream()
            .anyMatch(role -> Listed.highest(listed.of("role", role)) >= DUTY);
  }

  private static boolean speaksOfWork(Clause clause) {
    return clause.hasCue("speaker") || clause.hasCue("my-work") || clause.hasCue("living");
  }

  private boolean isAnswer(Evidence words, Evidence other) {
    return reading.expects(other.field())
        && other.confidence() >= SURE
        && !other.value().equals(RoleReader.OTHER)
        && other.clause() == words.clause()
        && other.from() <= words.from()
        && words.to() <= other.to();
  }
}
