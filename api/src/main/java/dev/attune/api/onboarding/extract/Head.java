package dev.attune.api.onboarding.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic classifier over sentences: one for each field, with {@link #NONE} for whatever speaks
 * of something else. Immutable.
 *
 * @param weights one row for each label, the last number of a row is its bias
 */
record Head(List<String> labels, float[][] weights) {
  static final String NONE = "none";

  /** How likely the sentence says each value; they add up to 1 together with {@link #NONE}. */
  Map<String, Double> likelihoods(Sample sentence) {
    double[] scores = softmax(sentence);
    Map<String, Double> likelihoods = new LinkedHashMap<>();
    for (int label = 0; label < scores.length; label++) {
      likelihoods.put(labels.get(label), scores[label]);
    }
    return likelihoods;
  }

  /** The likelihoods by row of weights. */
  double[] softmax(Sample sentence) {
    double[] scores = new double[weights.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = sentence.score(weights[label]);
      highest = Math.max(highest, scores[label]);
    }
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = Math.exp(scores[label] - highest);
      sum += scores[label];
    }
    for (int label = 0; label < scores.length; label++) scores[label] /= sum;
    return scores;
  }
}
