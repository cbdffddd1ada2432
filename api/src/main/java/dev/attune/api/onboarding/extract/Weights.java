package dev.attune.api.onboarding.extract;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much each {@link Trait} counts, by field: a logistic regression over labelled messages.
 *
 * @param byField the weights; a trait without one does not count
 */
record Weights(Map<String, Map<Trait, Double>> byField) {

  static final String FILE = "weights.txt";

  /** For where only the words can be looked at. */
  static final String FILE_OF_WORDS = "weights-words.txt";

  static Weights load(Pack pack, String file) {
    Map<String, Map<Trait, Double>> byField = new LinkedHashMap<>();
    pack.weights(file).forEach((field, entries) -> byField.put(field, read(entries)));
    return new Weights(byField);
  }

  /** How likely a value with these traits is right. */
  double confidence(String field, Map<Trait, Double> traits) {
    Map<Trait, Double> weights = byField.getOrDefault(field, Map.of());
    double sum = 0;
    for (Map.Entry<Trait, Double> trait : traits.entrySet()) {
      sum += weights.getOrDefault(trait.getKey(), 0.0) * trait.getValue();
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** As {@link #load} reads it. */
  String written() {
    StringBuilder text =
        new StringBuilder("# How much each trait counts. Learned: attune train-heads writes it.\n");
    byField.forEach(
        (field, weights) -> {
          text.append("\n[").append(field).append("]\n");
          weights.forEach(
              (trait, weight) ->
                  text.append(
                      "%s %.3f%n".formatted(trait.name().toLowerCase(Locale.ROOT), weight)));
        });
    return text.toString();
  }

  static double logOdds(double likelihood) {
    double bounded = Math.min(Math.max(likelihood, 0.005), 0.995);
    return Math.log(bounded / (1 - bounded));
  }

  private static Map<Trait, Double> read(List<String> entries) {
    Map<Trait, Double> weights = new EnumMap<>(Trait.class);
    for (String entry : entries) {
      String[] nameAndWeight = entry.split(" ", 2);
      weights.put(
          Trait.valueOf(nameAndWeight[0].toUpperCase(Locale.ROOT)),
          Double.valueOf(nameAndWeight[1]));
    }
    return weights;
  }
}
