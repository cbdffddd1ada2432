package dev.attune.api.onboarding.extract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the heads hold likely of each clause of one message; worked out once. Not thread-safe. */
final class Likelihoods {
  private static final int LONGEST_SENTENCE = 25;
  private static final int FIRST_WORDS = 3;

  /** Scopes that leave the beginning of a clause alone: "I help people who are not …". */
  private static final Set<Scope> WITHIN = Set.of(Scope.SOMEBODY_ELSE, Scope.NEGATED);

  private final SentenceEncoder encoder;
  private final Heads heads;
  private final Reading reading;
  private final Map<Integer, Map<String, Map<String, Double>>> byClause = new HashMap<>();
  private final Map<List<Token>, Sample> samples = new HashMap<>();

  Likelihoods(SentenceEncoder encoder, Heads heads, Reading reading) {
    this.encoder = encoder;
    this.heads = heads;
    this.reading = reading;
  }

  /** By value: the larger of the clause's own and that of the sentence around it, if short. */
  Map<String, Double> of(int clause, String field) {
    return byClause.computeIfAbsent(clause, this::weigh).getOrDefault(field, Map.of());
  }

  private Map<String, Map<String, Double>> weigh(int index) {
    Clause clause = reading.clauses().get(index);
    Sample alone = sample(clause.words());
    List<Token> sentence = sentence(index);
    Sample around = sentence.size() == clause.size() ? alone : sample(sentence);
    Map<String, Map<String, Double>> byField = new HashMap<>();
    heads
        .byField()
        .forEach(
            (field, head) -> {
              Map<String, Double> likelihoods = new LinkedHashMap<>(head.likelihoods(alone));
              if (around != alone) {
                head.likelihoods(around)
                    .forEach((value, it) -> likelihoods.merge(value, it, Math::max));
              }
              likelihoods.remove(Head.NONE);
              byField.put(field, likelihoods);
            });
    return byField;
  }

  private Sample sample(List<Token> words) {
    return samples.computeIfAbsent(words, any -> Sample.of(words, encoder));
  }

  private List<Token> sentence(int index) {
    int sentence = reading.clauses().get(index).sentence();
    List<Clause> clauses =
        reading.clauses().stream().filter(it -> it.sentence() == sentence).toList();
    boolean clean = clauses.stream().noneMatch(Likelihoods::isBarred);
    List<Token> words = clauses.stream().flatMap(it -> it.words().stream()).toList();
    return clean && words.size() <= LONGEST_SENTENCE ? words : reading.clauses().get(index).words();
  }

  /** Whether a clause, from its first words on, does not speak of the person as they are now. */
  static boolean isBarred(Clause clause) {
    return clause.scopes().keySet().stream()
        .anyMatch(scope -> !WITHIN.contains(scope) || clause.startsWith(scope, FIRST_WORDS));
  }
}
