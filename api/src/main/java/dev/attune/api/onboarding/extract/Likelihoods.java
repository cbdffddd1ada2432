package dev.attune.api.onboarding.extract;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the heads hold likely of a message as a whole, of its sentences and of its clauses, leaving
 * out clauses that do not speak of the person as they are now. Worked out once. Not thread-safe.
 */
final class Likelihoods {
  static final String GOALS = "goals";
  private static final int LONGEST_MESSAGE = 40;
  private static final int MOST_ENCODED = 12;
  private static final int FIRST_WORDS = 3;

  private final Optional<SentenceEncoder> encoder;
  private final Heads heads;
  private final Reading reading;
  private final Map<String, Map<String, Double>> byMessage = new HashMap<>();
  private final Map<String, Map<String, Double>> bySentence = new HashMap<>();
  private final Map<String, Map<String, Double>> byWords = new HashMap<>();
  private final Map<Clause, List<Token>> withoutServed = new IdentityHashMap<>();
  private final Map<List<Token>, Sample> samples = new HashMap<>();
  private final Map<List<Token>, Map<String, Map<String, Double>>> known = new HashMap<>();

  /**
   * @param encoder empty where only the words can be looked at
   */
  Likelihoods(Optional<SentenceEncoder> encoder, Heads heads, Reading reading) {
    this.encoder = encoder;
    this.heads = heads;
    this.reading = reading;
  }

  /** Whether the encoder reads along. */
  boolean seesMeaning() {
    return encoder.isPresent();
  }

  /** By value, of everything the message says about the person; nothing when it is too long. */
  Map<String, Double> ofMessage(String field) {
    return byMessage.computeIfAbsent(field, this::weighMessage);
  }

  /** By value, of everything the message says about the person, by the words alone. */
  Map<String, Double> ofWords(String field) {
    return byWords.computeIfAbsent(field, this::weighWords);
  }

  /** By value, the most that any sentence says. */
  Map<String, Double> ofSentences(String field) {
    return bySentence.computeIfAbsent(field, this::weighSentences);
  }

  private Map<String, Double> weighMessage(String field) {
    List<Token> words = words(field, clause -> true);
    return words.size() <= LONGEST_MESSAGE ? of(words, field) : Map.of();
  }

  private Map<String, Double> weighWords(String field) {
    List<Token> words = words(field, clause -> true);
    return words.isEmpty()
        ? Map.of()
        : weigh(heads.byWords().get(field), Sample.of(words, Optional.empty()));
  }

  private Map<String, Double> weighSentences(String field) {
    Map<String, Double> highest = new LinkedHashMap<>();
    reading.clauses().stream()
        .map(Clause::sentence)
        .distinct()
        .map(sentence -> words(field, clause -> clause.sentence() == sentence))
        .forEach(
            words -> of(words, field).forEach((value, it) -> highest.merge(value, it, Math::max)));
    return highest;
  }

  /** By value; nothing of a clause that is left out. */
  Map<String, Double> ofClause(int index, String field) {
    Clause clause = reading.clauses().get(index);
    return isLeftOut(clause, field) ? Map.of() : of(spoken(clause, field), field);
  }

  /** By value, whether or not the clause is left out elsewhere. */
  Map<String, Double> ofAnyClause(int index, String field) {
    return of(reading.clauses().get(index).words(), field);
  }

  /** That words keep something to themselves. */
  double ofRefusal(List<Token> words) {
    return of(words, Examples.REFUSAL).getOrDefault(Examples.REFUSED, 0.0);
  }

  /** The clause that most likely says a value. */
  int likeliestClause(String field, String value) {
    int likeliest = 0;
    double highest = -1;
    for (int i = 0; i < reading.clauses().size(); i++) {
      double likelihood = ofClause(i, field).getOrDefault(value, -1.0);
      if (likelihood > highest) {
        highest = likelihood;
        likeliest = i;
      }
    }
    return likeliest;
  }

  /** That the field's likeliest other value is said. */
  double ofRival(String field, String value) {
    Map<String, Double> highest = new LinkedHashMap<>(ofMessage(field));
    ofSentences(field).forEach((other, it) -> highest.merge(other, it, Math::max));
    highest.remove(value);
    return highest.values().stream().mapToDouble(it -> it).max().orElse(0);
  }

  private List<Token> words(String field, Predicate<Clause> wanted) {
    return reading.clauses().stream()
        .filter(wanted)
        .filter(clause -> !isLeftOut(clause, field))
        .flatMap(clause -> spoken(clause, field).stream())
        .toList();
  }

  /** What others are tells what a person may want for them, not what the person is. */
  private List<Token> spoken(Clause clause, String field) {
    return field.equals(GOALS)
        ? clause.words()
        : withoutServed.computeIfAbsent(clause, any -> Served.without(reading, clause));
  }

  private Map<String, Double> of(List<Token> words, String field) {
    boolean spent =
        encoder.isPresent() && samples.size() >= MOST_ENCODED && !samples.containsKey(words);
    if (words.isEmpty() || spent) return Map.of();
    return known
        .computeIfAbsent(words, any -> new HashMap<>())
        .computeIfAbsent(
            field,
            any ->
                weigh(
                    (encoder.isPresent() ? heads.byField() : heads.byWords()).get(field),
                    sample(words)));
  }

  private static Map<String, Double> weigh(@Nullable Head head, Sample sample) {
    if (head == null) return Map.of();
    Map<String, Double> likelihoods = new LinkedHashMap<>(head.likelihoods(sample));
    likelihoods.remove(Head.NONE);
    return likelihoods;
  }

  private Sample sample(List<Token> words) {
    return samples.computeIfAbsent(words, any -> Sample.of(words, encoder));
  }

  /** Whether a clause does not speak of the person as they are now, or takes back what it names. */
  static boolean isLeftOut(Clause clause, String field) {
    if (RetractionReader.takesBack(clause)) return true;
    return field.equals(GOALS) ? isBarredForGoals(clause) : isBarred(clause);
  }

  /** Whether a clause, from its first words on, does not speak of the person as they are now. */
  static boolean isBarred(Clause clause) {
    return clause.scopes().keySet().stream()
        .anyMatch(
            scope ->
                scope == Scope.COMMAND
                    || scope == Scope.QUESTION
                    || clause.startsWith(scope, FIRST_WORDS));
  }

  private static boolean isBarredForGoals(Clause clause) {
    return clause.has(Scope.COMMAND)
        || Destination.isTold(clause)
        || clause.startsWith(Scope.UNWANTED, FIRST_WORDS)
        || clause.startsWith(Scope.PAST, FIRST_WORDS)
        || clause.has(Scope.HYPOTHETICAL)
        || (clause.has(Scope.QUESTION) && !clause.hasCue("help"))
        || (clause.has(Scope.SOMEBODY_ELSE) && GoalsReader.isOfFamily(clause));
  }
}
