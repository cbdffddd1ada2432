package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression by stochastic gradient descent with momentum. The same samples
 * give the same weights.
 */
final class Descent {
  private static final int ROUNDS = 30;
  private static final int BATCH = 128;
  private static final double FIRST_STEP = 12;
  private static final double MOMENTUM = 0.9;
  private static final double SHRINK = 1.2e-5;
  private static final double NEGLIGIBLE = 1e-4;

  private final List<Sample> samples;
  private final List<Integer> targets;
  private final Head head;
  private final float[][] slope;
  private final float[][] velocity;

  private Descent(int labels, List<Sample> samples, List<Integer> targets) {
    this.samples = samples;
    this.targets = targets;
    int width = samples.get(0).width();
    head = new Head(List.of(), new float[labels][width]);
    slope = new float[labels][width];
    velocity = new float[labels][width];
  }

  /**
   * @param targets the label of each sample, from 0
   * @return one row of weights for each label
   */
  static float[][] weights(int labels, List<Sample> samples, List<Integer> targets) {
    Descent descent = new Descent(labels, samples, targets);
    Random random = new Random(1);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) order.add(i);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      double step = FIRST_STEP * (1 - (double) round / ROUNDS);
      for (int from = 0; from < order.size(); from += BATCH) {
        descent.step(order.subList(from, Math.min(order.size(), from + BATCH)), step);
      }
    }
    return descent.head.weights();
  }

  private void step(List<Integer> batch, double step) {
    for (int i : batch) {
      double[] likelihoods = head.softmax(samples.get(i));
      for (int label = 0; label < likelihoods.length; label++) {
        double error = likelihoods[label] - (targets.get(i) == label ? 1 : 0);
        if (Math.abs(error) > NEGLIGIBLE) samples.get(i).addTo(slope[label], error / batch.size());
      }
    }
    for (int label = 0; label < slope.length; label++) {
      float[] row = head.weights()[label];
      for (int j = 0; j < row.length; j++) {
        double change = slope[label][j] + SHRINK * row[j];
        velocity[label][j] =
            (float) (MOMENTUM * velocity[label][j] - step * (1 - MOMENTUM) * change);
        row[j] += velocity[label][j];
        slope[label][j] = 0;
      }
    }
  }
}
