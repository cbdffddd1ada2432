package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Concludes from what lies on somebody's desk to their job: two traces of one job ("accruals,
 * depreciation, coffee"), or one that somebody calls theirs ("quarter close is my Everest").
 */
final class TracesReader implements SlotReader {
  static final String METHOD = "traces";
  private static final String FIELD = "role";
  private static final int ENOUGH = 2;

  @Override
  public List<Evidence> read(Reading reading) {
    boolean asksElse = !reading.asked().isEmpty() && !reading.expects(FIELD);
    if (!reading.english() || asksElse || namesJob(reading)) return List.of();
    Map<String, List<Evidence>> byRole = new LinkedHashMap<>();
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (int i = 0; i < reading.clauses().size(); i++) {
      Clause clause = reading.clauses().get(i);
      if (Likelihoods.isBarred(clause) || clause.has(Scope.NEGATED) || wishes(reading, clause)) {
        continue;
      }
      Set<Integer> met = new HashSet<>();
      for (Match trace : reading.lists().traces().longest(clause.words())) {
        if (!met.add(trace.from())) continue; // listed in several forms, met once
        byRole
            .computeIfAbsent(trace.value(), any -> new ArrayList<>())
            .add(
                new Evidence(
                    FIELD,
                    trace.value(),
                    false,
                    RoleReader.DUTY,
                    i,
                    trace.from(),
                    trace.to(),
                    METHOD));
        weights.merge(trace.value(), tells(reading, clause, trace) ? ENOUGH : 1, Integer::sum);
      }
    }
    String clearest = clearest(weights);
    return clearest == null ? List.of() : byRole.getOrDefault(clearest, List.of());
  }

  /** "Quarter close is my Everest", "my regression models", "accruals, intercompany, coffee". */
  private static boolean tells(Reading reading, Clause clause, Match trace) {
    boolean ours = trace.from() > 0 && clause.cueAt("possessive", trace.from() - 1);
    boolean several = reading.clauses().size() > 1;
    boolean listed = several && !clause.hasCue("is") && !clause.cueAt("definite", 0);
    return clause.hasCue("is-mine") || ours || listed;
  }

  /** What such a sentence lists is work, and worth asking about before it is taken for a goal. */
  static Evidence doubted(Reading reading, List<Evidence> evidence, Evidence words) {
    boolean beside =
        evidence.stream()
            .anyMatch(
                it ->
                    it.method().equals(METHOD)
                        && sentence(reading, it) == sentence(reading, words));
    return beside && words.field().equals("goals") && !words.denied() ? words.doubted() : words;
  }

  private static int sentence(Reading reading, Evidence words) {
    return reading.clauses().get(words.clause()).sentence();
  }

  private static @Nullable String clearest(Map<String, Integer> weights) {
    String clearest = null;
    int most = ENOUGH - 1;
    for (Map.Entry<String, Integer> weight : weights.entrySet()) {
      if (weight.getValue() > most) clearest = weight.getKey();
      else if (weight.getValue() == most) clearest = null;
      most = Math.max(most, weight.getValue());
    }
    return clearest;
  }

  private static boolean namesJob(Reading reading) {
    return reading.clauses().stream()
        .anyMatch(
            clause ->
                reading.lists().roles().longest(clause.words()).stream()
                    .anyMatch(
                        role ->
                            !role.is("duties")
                                && RoleReader.certainty(reading, clause, role) > 0.5));
  }

  private static boolean wishes(Reading reading, Clause clause) {
    return reading.clauses().stream()
        .filter(it -> it.sentence() == clause.sentence())
        .anyMatch(it -> it.hasCue("want") || it.hasCue("trouble") || it.hasCue("help"));
  }
}
