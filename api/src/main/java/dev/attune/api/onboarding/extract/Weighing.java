package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs what the word lists found in a message against what the heads hold likely of it. */
final class Weighing {
  private static final List<String> FIELDS = List.of("role", Likelihoods.GOALS, "industry");
  private static final double CALLED = 0.95;
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

  private static final int MANY_WORDS = 40;
  private static final int MOST_RANKED = 4;

  private final Reading reading;
  private final Likelihoods likelihoods;
  private final List<Evidence> found;
  private final Weights weights;

  /**
   * @param found what the word lists found
   */
  Weighing(Reading reading, Likelihoods likelihoods, List<Evidence> found, Weights weights) {
    this.reading = reading;
    this.likelihoods = likelihoods;
    this.found = List.copyOf(found);
    this.weights = weights;
  }

  /** The evidence, as sure as everything taken together makes it. */
  List<Evidence> weighed() {
    List<Evidence> weighed = new ArrayList<>();
    for (Evidence words : found) {
      if (words.denied() || !FIELDS.contains(words.field())) weighed.add(words);
    }
    for (String field : FIELDS) {
      for (String value : values(field)) {
        weighed.addAll(weighed(field, value, weights.confidence(field, traits(field, value))));
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
    found.stream()
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

  private List<Evidence> weighed(String field, String value, double confidence) {
    List<Evidence> named = named(field, value);
    boolean doubtful = answersElse(field, named) || isOnlyWished(field, named);
    double sure = Math.min(doubtful ? UNSURE : HIGHEST, confidence);
    boolean unsaid = named.isEmpty() && likelihoods.seesMeaning();
    if (unsaid && field.equals("industry") && sure < CLEARLY) sure = Math.min(sure, UNSURE);
    boolean wanted = !doubtful && named.stream().anyMatch(this::isWanted);
    if (wanted && reading.words() <= SENTENCE_WORDS) sure = Math.max(sure, SURE);
    if (named.isEmpty()) {
      int clause = likeliestClause(field, value);
      int size = reading.clauses().get(clause).size();
      return List.of(new Evidence(field, value, false, sure, clause, 0, size, "encoder"));
    }
    double highest = highest(named);
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
    return highest(named) < SURE
        || named.stream().allMatch(it -> found.stream().anyMatch(other -> isAnswer(it, other)));
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
        && highest(named) < SURE
        && found.stream()
            .anyMatch(it -> it.field().equals(Likelihoods.GOALS) && it.confidence() >= SURE)
        && reading.clauses().stream().noneMatch(Weighing::speaksOfWork);
  }

  private static boolean speaksOfWork(Clause clause) {
    return clause.hasCue("me") || clause.hasCue("my-work") || clause.hasCue("living");
  }

  private boolean isAnswer(Evidence words, Evidence other) {
    return reading.expects(other.field())
        && other.confidence() >= SURE
        && !other.value().equals(RoleReader.OTHER)
        && other.clause() == words.clause()
        && other.from() <= words.from()
        && words.to() <= other.to();
  }

  Map<Trait, Double> traits(String field, String value) {
    Map<Trait, Double> traits = new EnumMap<>(Trait.class);
    List<Evidence> named = named(field, value);
    double said = highest(named);
    double message = likelihoods.ofMessage(field).getOrDefault(value, 0.0);
    double sentence = Math.max(message, likelihoods.ofSentences(field).getOrDefault(value, 0.0));
    int likeliest = likeliestClause(field, value);
    put(traits, Trait.CALLED, said >= (field.equals("role") ? CALLED : ANSWERED));
    put(traits, Trait.NAMED, said >= NAMED);
    put(traits, Trait.DONE, said >= SURE && said < NAMED);
    put(traits, Trait.ASIDE, said >= ASIDE && said < SURE);
    put(traits, Trait.HINTED, said > Evidence.ELSEWHERE && said < ASIDE);
    put(traits, Trait.ELSEWHERE, said == Evidence.ELSEWHERE);
    traits.put(Trait.SENTENCE, Weights.logOdds(sentence));
    traits.put(Trait.MESSAGE, Weights.logOdds(reading.words() > MANY_WORDS ? sentence : message));
    traits.put(
        Trait.CLAUSE,
        Weights.logOdds(likelihoods.ofClause(likeliest, field).getOrDefault(value, 0.0)));
    traits.put(Trait.WORDS, Weights.logOdds(likelihoods.ofWords(field).getOrDefault(value, 0.0)));
    traits.put(Trait.NAMED_SENTENCE, said >= SURE ? Weights.logOdds(sentence) : 0.0);
    put(traits, Trait.RIVAL_NAMED, rivalIsNamed(field, value));
    traits.put(Trait.RIVAL_SENTENCE, Weights.logOdds(rival(field, value)));
    put(traits, Trait.OTHER_JOB, namesOtherJob());
    put(traits, Trait.ANSWERS, reading.expects(field));
    boolean few = reading.words() <= FEW_WORDS;
    put(traits, Trait.ANSWERS_ELSE, few && !reading.asked().isEmpty() && !reading.expects(field));
    put(traits, Trait.SHORT, few);
    put(traits, Trait.LONG, reading.words() > MANY_WORDS);
    put(traits, Trait.STORY, reading.words() > MANY_WORDS && said < SURE);
    put(
        traits,
        Trait.LEFT_OUT,
        reading.clauses().stream().anyMatch(it -> Likelihoods.isLeftOut(it, field)));
    clause(traits, named.isEmpty() ? likeliest : surest(named).clause());
    traits.put(Trait.ALWAYS, 1.0);
    return traits;
  }

  /** What the clause around the value speaks of. */
  private void clause(Map<Trait, Double> traits, int index) {
    Clause clause = reading.clauses().get(index);
    boolean mine = clause.hasCue("me") || clause.hasCue("my-work");
    boolean wish = clause.hasCue("want") || clause.hasCue("trouble") || clause.hasCue("help");
    put(traits, Trait.MINE, mine);
    put(traits, Trait.WISH, wish);
    put(traits, Trait.WORK, mine && !wish);
    put(traits, Trait.SUBJECT, clause.hasCue("subject"));
    put(traits, Trait.VISITING, clause.hasCue("visiting"));
    put(traits, Trait.JOB, isSure("role", index));
    put(traits, Trait.LEVEL, isSure("experience", index));
  }

  private static void put(Map<Trait, Double> traits, Trait trait, boolean holds) {
    if (holds) traits.put(trait, 1.0);
  }

  private List<Evidence> named(String field, String value) {
    return found.stream()
        .filter(it -> it.field().equals(field) && !it.denied() && it.value().equals(value))
        .toList();
  }

  private static double highest(List<Evidence> evidence) {
    return evidence.stream().mapToDouble(Evidence::confidence).max().orElse(0);
  }

  private static Evidence surest(List<Evidence> evidence) {
    Evidence surest = evidence.get(0);
    for (Evidence other : evidence) if (other.confidence() > surest.confidence()) surest = other;
    return surest;
  }

  private boolean rivalIsNamed(String field, String value) {
    return found.stream()
        .anyMatch(
            it ->
                it.field().equals(field)
                    && !it.denied()
                    && !it.value().equals(value)
                    && !it.value().equals(RoleReader.OTHER)
                    && it.confidence() >= SURE);
  }

  private double rival(String field, String value) {
    Map<String, Double> highest = new LinkedHashMap<>(likelihoods.ofMessage(field));
    likelihoods.ofSentences(field).forEach((other, it) -> highest.merge(other, it, Math::max));
    highest.remove(value);
    return highest.values().stream().mapToDouble(it -> it).max().orElse(0);
  }

  private boolean namesOtherJob() {
    return found.stream()
        .anyMatch(it -> it.value().equals(RoleReader.OTHER) && it.confidence() >= SURE);
  }

  private boolean isSure(String field, int clause) {
    return found.stream()
        .anyMatch(
            it ->
                it.field().equals(field)
                    && !it.denied()
                    && it.clause() == clause
                    && it.confidence() >= SURE);
  }

  private int likeliestClause(String field, String value) {
    int likeliest = 0;
    double highest = -1;
    for (int i = 0; i < reading.clauses().size(); i++) {
      double likelihood = likelihoods.ofClause(i, field).getOrDefault(value, -1.0);
      if (likelihood > highest) {
        highest = likelihood;
        likeliest = i;
      }
    }
    return likeliest;
  }
}
