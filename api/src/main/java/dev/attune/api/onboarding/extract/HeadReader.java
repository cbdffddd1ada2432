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
  private static final double SURE = 0.65;

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
    int encoded = 0;
    for (int i = 0; i < reading.clauses().size() && encoded < MOST_CLAUSES; i++) {
      Clause clause = reading.clauses().get(i);
      Set<String> open = openFields(reading, i, found);
      if (open.isEmpty()) continue;
      encoded++;
      float[] sentence = encoder.encode(Phrase.normal(clause.words()));
      for (String field : open) {
        Map<String, Double> likelihoods = heads.byField().get(field).likelihoods(sentence);
        for (Map.Entry<String, Double> value : likelihoods.entrySet()) {
          if (value.getKey().equals(Head.NONE)) continue;
          ranking
              .computeIfAbsent(field, any -> new LinkedHashMap<>())
              .merge(value.getKey(), value.getValue(), Math::max);
          if (value.getValue() >= SURE / 2) {
            evidence.add(
                new Evidence(
                    field,
                    value.getKey(),
                    false,
                    value.getValue(),
                    i,
                    0,
                    clause.size(),
                    "encoder"));
          }
        }
      }
    }
    return evidence;
  }

  private static Set<String> openFields(Reading reading, int index, List<Evidence> found) {
    Clause clause = reading.clauses().get(index);
    Set<String> open = new HashSet<>();
    if (isBarred(clause) || (clause.size() < 2 && reading.asked().isEmpty())) return open;
    boolean wants = clause.hasCue("want");
    boolean mine = clause.hasCue("me") || clause.hasCue("my-work");
    if (!wants && (mine || reading.expects("role") || opens(clause)) && !certain(found, "role", -1))
      open.add("role");
    if (!wants && !certain(found, "industry", -1)) open.add("industry");
    if (!certain(found, "goals", index) && !certain(found, "role", index)) open.add("goals");
    open.removeIf(
        field -> !reading.asked().isEmpty() && !reading.expects(field) && reading.words() <= 4);
    return open;
  }

  private static boolean opens(Clause clause) {
    return clause.word(0).normal().endsWith("ing") && clause.size() > 2;
  }

  private static boolean isBarred(Clause clause) {
    return !clause.scopes().isEmpty();
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
