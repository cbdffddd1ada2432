package dev.attune.api.onboarding.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic classifier over sentence vectors: one for each field, with {@link #NONE} for whatever
 * speaks of something else. Immutable.
 *
 * @param weights one row for each label, the last number of a row is its bias
 */
record Head(List<String> labels, float[][] weights) {
  static final String NONE = "none";

  /** How likely the sentence says each value; they add up to 1 together with {@link #NONE}. */
  Map<String, Double> likelihoods(float[] sentence) {
    double[] scores = new double[labels.size()];
    double highest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = score(weights[label], sentence);
      highest = Math.max(highest, scores[label]);
    }
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = Math.exp(scores[label] - highest);
      sum += scores[label];
    }
    Map<String, Double> likelihoods = new LinkedHashMap<>();
    for (int label = 0; label < scores.length; label++) {
      likelihoods.put(labels.get(label), scores[label] / sum);
    }
    return likelihoods;
  }

  private static double score(float[] row, float[] sentence) {
    double score = row[sentence.length];
    for (int i = 0; i < sentence.length; i++) score += row[i] * sentence[i];
    return score;
  }
}
