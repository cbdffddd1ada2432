package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learns how much each {@link Trait} counts from labelled messages: logistic regression by gradient
 * descent over the values that something in a message speaks for.
 */
final class WeightTraining {
  private static final int ROUNDS = 4000;
  private static final double STEP = 0.3;
  private static final double MOMENTUM = 0.9;
  private static final double SHRINK = 1;

  /** How likely a value must be right to be taken for certain. */
  private static final Map<String, Double> CERTAIN_FROM =
      Map.of("role", 0.75, Likelihoods.GOALS, 0.5, "industry", 0.6);

  private final Optional<SentenceEncoder> encoder;
  private final Interpreter interpreter = new Interpreter(new Pack());
  private final Map<String, List<Case>> cases = new HashMap<>();

  private record Case(Map<Trait, Double> traits, boolean right) {}

  /**
   * @param encoder empty to learn for where only the words can be looked at
   */
  WeightTraining(Optional<SentenceEncoder> encoder) {
    this.encoder = encoder;
  }

  /**
   * Takes a message to learn from.
   *
   * @param heads that were not trained on it
   */
  void add(Message message, Heads heads) {
    Set<String> asked = message.asked().isEmpty() ? Set.of() : Set.of(message.asked());
    Reading reading = interpreter.read(message.text(), ConversationState.NOTHING, asked);
    if (!reading.english() || reading.clauses().isEmpty()) return;
    List<Evidence> found = WordReaders.found(reading);
    Weighing weighing =
        new Weighing(
            reading, new Likelihoods(encoder, heads, reading), found, new Weights(Map.of()));
    for (String field : Examples.FIELDS) {
      for (String value : weighing.values(field)) {
        boolean denied =
            found.stream()
                .anyMatch(
                    it -> it.denied() && it.field().equals(field) && it.value().equals(value));
        if (denied || message.leavesOpen(field, value)) continue;
        cases
            .computeIfAbsent(field, any -> new ArrayList<>())
            .add(new Case(weighing.traits(field, value), message.says(field, value)));
      }
    }
  }

  Weights weights() {
    Map<String, Map<Trait, Double>> byField = new LinkedHashMap<>();
    for (String field : Examples.FIELDS) {
      Map<Trait, Double> weights = descend(cases.getOrDefault(field, List.of()));
      double certain = Weights.logOdds(CERTAIN_FROM.getOrDefault(field, CandidateFact.CERTAIN));
      weights.merge(Trait.ALWAYS, Weights.logOdds(CandidateFact.CERTAIN) - certain, Double::sum);
      byField.put(field, weights);
    }
    return new Weights(byField);
  }

  private static Map<Trait, Double> descend(List<Case> cases) {
    double[] weights = new double[Trait.values().length];
    double[] velocity = new double[weights.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[weights.length];
      for (Case one : cases) {
        double sum = 0;
        for (var trait : one.traits().entrySet()) {
          sum += weights[trait.getKey().ordinal()] * trait.getValue();
        }
        double error = 1 / (1 + Math.exp(-sum)) - (one.right() ? 1 : 0);
        one.traits().forEach((trait, size) -> slope[trait.ordinal()] += error * size);
      }
      for (Trait trait : Trait.values()) {
        int i = trait.ordinal();
        double shrink = trait == Trait.ALWAYS ? 0 : SHRINK * weights[i];
        velocity[i] = MOMENTUM * velocity[i] - STEP * (slope[i] + shrink) / cases.size() / 4;
        weights[i] += velocity[i];
      }
    }
    Map<Trait, Double> learned = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) learned.put(trait, weights[trait.ordinal()]);
    return learned;
  }
}
