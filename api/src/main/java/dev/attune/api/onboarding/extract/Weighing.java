package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weighs what the word lists found in a message against what the heads hold likely of it. */
final class Weighing {
  private static final List<String> FIELDS = List.of("role", Likelihoods.GOALS, "industry");
  private static final double DOUBTED = 0.7;
  private static final double CALLED = 0.95;
  private static final double OUTRIGHT = 0.7;
  private static final double NAMED = 0.84;
  private static final double SURE = 0.65;
  private static final double ASIDE = 0.45;
  private static final double UNSURE = 0.5;
  private static final double WORTH_WEIGHING = 0.05;
  private static final double HIGHEST = 0.98;
  private static final int SENTENCE_WORDS = 12;

  /** How sure it must be of an industry that nobody put into words. */
  private static final double CLEARLY = 0.7;

  private static final double UNLIKELY = 0.3;
  private static final double OF_NOBODY = 0.85;
  private static final int MOST_RANKED = 4;
  private static final double DUTY = RoleReader.DUTY;

  private final Reading reading;
  private final Likelihoods likelihoods;
  private final Listed listed;
  private final TraitReader traits;
  private final Reservations reservations;
  private final Weights weights;

  /**
   * @param found what the word lists found
   */
  Weighing(Reading reading, Likelihoods likelihoods, List<Evidence> found, Weights weights) {
    this.reading = reading;
    this.likelihoods = likelihoods;
    listed = new Listed(List.copyOf(found));
    traits = new TraitReader(reading, likelihoods, listed);
    reservations = new Reservations(reading, likelihoods, listed);
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
            if (it > WORTH_WEIGHING && !listed.denies(field, value)) values.add(value);
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
    boolean doubtful = reservations.hold(field, value, named);
    double sure = Math.min(doubtful ? UNSURE : HIGHEST, confidence);
    boolean unsaid = named.isEmpty() && likelihoods.seesMeaning();
    if (unsaid && field.equals("industry") && sure < CLEARLY) sure = Math.min(sure, UNSURE);
    boolean nobodys = unsaid && sure < OF_NOBODY && reservations.isNobodys(field);
    if (nobodys) sure = Math.min(sure, UNSURE);
    boolean wanted =
        reading.words() <= SENTENCE_WORDS && named.stream().anyMatch(reservations::isWanted);
    boolean plain = wanted || isUndisputed(field, value, named) || isAllThereIs(field, named);
    if (plain && !doubtful) sure = Math.max(sure, SURE);
    if (isCalled(field, value, named) && !doubtful) sure = Math.max(sure, OUTRIGHT);
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

  /** "They call me their fixer": as plain as words can be. */
  private boolean isCalled(String field, String value, List<Evidence> named) {
    return field.equals("role")
        && Listed.highest(named) >= CALLED
        && !listed.namesOtherJob()
        && !listed.namesRival(field, value);
  }

  /** "Biz dev at a start-up": named outright, and nothing else sounds likely. */
  private boolean isUndisputed(String field, String value, List<Evidence> named) {
    return field.equals("role")
        && named.stream().anyMatch(words -> isPlain(words, named.size()))
        && !listed.namesOtherJob()
        && !listed.namesRival(field, value)
        && likelihoods.ofRival(field, value) < UNLIKELY;
  }

  /** "Drip emails": a goal by its name, and not a word more. */
  private boolean isAllThereIs(String field, List<Evidence> named) {
    if (!field.equals(Likelihoods.GOALS) || reading.clauses().size() > 1) return false;
    int size = reading.words();
    return size > 1
        && (reading.asked().isEmpty() || reading.expects(field))
        && listed.about("role").noneMatch(it -> it.confidence() >= SURE)
        && named.stream()
            .anyMatch(it -> it.confidence() >= DUTY && it.from() == 0 && it.to() == size);
  }

  /** "Marketing, 4 people": a field of work and how many. */
  private boolean isHeading(Evidence words) {
    return words.clause() == 0
        && words.from() == 0
        && words.confidence() > DOUBTED
        && !words.isDuty()
        && words.to() == reading.clauses().get(0).size()
        && reading.clauses().size() == 2
        && listed.about("teamSize").anyMatch(it -> it.clause() == 1);
  }

  /** "Fullstack freelancer", "I keep the books". */
  private boolean isPlain(Evidence words, int said) {
    Clause clause = reading.clauses().get(words.clause());
    boolean does =
        words.isDuty()
            && (said > 1 || words.method().equals("lexicon"))
            && clause.hasCue("subject")
            && clause.hasCue("speaker")
            && !clause.hasCue("want")
            && !clause.hasCue("trouble");
    return words.confidence() >= NAMED || does || isHeading(words);
  }
}
