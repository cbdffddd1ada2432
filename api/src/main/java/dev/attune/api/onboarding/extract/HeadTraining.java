package dev.attune.api.onboarding.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Trains the heads on the example phrases: multinomial logistic regression by gradient descent. The
 * same phrases give the same weights.
 */
public final class HeadTraining {
  private static final int ROUNDS = 400;
  private static final double STEP = 4.0;
  private static final double SHRINK = 2e-5;
  private static final List<String> FIELDS = List.of("role", "goals", "industry");

  private HeadTraining() {}

  /**
   * Trains on the packaged phrases and writes the weights. Takes about a minute.
   *
   * @param natives where native libraries may be unpacked
   */
  public static void train(Path natives, Path weights) throws IOException {
    SentenceEncoder encoder =
        MiniLm.load(natives).orElseThrow(() -> new IOException("the encoder cannot run here"));
    try (OutputStream out = Files.newOutputStream(weights)) {
      train(encoder).write(out);
    }
  }

  static Heads train(SentenceEncoder encoder) {
    Pack pack = new Pack();
    Map<String, Map<String, List<float[]>>> examples = new LinkedHashMap<>();
    for (String field : List.of("role", "goals", "industry", "none")) {
      Map<String, List<float[]>> encoded = new LinkedHashMap<>();
      pack.phrases(field).forEach((value, phrases) -> encoded.put(value, encode(encoder, phrases)));
      examples.put(field, encoded);
    }
    String trainedOn = pack.version();
    Map<String, Head> heads = new LinkedHashMap<>();
    for (String field : FIELDS) heads.put(field, head(field, examples));
    return new Heads(trainedOn, heads);
  }

  /** Names the packaged phrases as {@link Heads#trainedOn} does. */
  static String phrasesVersion() {
    Pack pack = new Pack();
    List.of("role", "goals", "industry", "none").forEach(pack::phrases);
    return pack.version();
  }

  private static List<float[]> encode(SentenceEncoder encoder, List<String> phrases) {
    return phrases.stream().map(phrase -> encoder.encode(Phrase.normal(phrase))).toList();
  }

  /**
   * Other fields' phrases are none of this field's business; a job may tell an industry, though.
   */
  private static Head head(String field, Map<String, Map<String, List<float[]>>> examples) {
    List<String> labels = new ArrayList<>();
    List<float[]> sentences = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    labels.add(Head.NONE);
    Objects.requireNonNull(examples.get(field), field)
        .forEach(
            (value, encoded) -> {
              labels.add(value);
              for (float[] sentence : encoded) {
                sentences.add(sentence);
                targets.add(labels.size() - 1);
              }
            });
    for (String other : examples.keySet()) {
      boolean overlaps =
          (field.equals("industry") && other.equals("role"))
              || (field.equals("role") && other.equals("industry"));
      if (other.equals(field) || overlaps) continue;
      examples
          .get(other)
          .values()
          .forEach(
              encoded -> {
                for (float[] sentence : encoded) {
                  sentences.add(sentence);
                  targets.add(0);
                }
              });
    }
    return new Head(labels, descend(labels.size(), sentences, targets));
  }

  private static float[][] descend(int labels, List<float[]> sentences, List<Integer> targets) {
    int width = sentences.get(0).length + 1;
    double[] importance = importance(labels, targets);
    double[][] weights = new double[labels][width];
    double[][] velocity = new double[labels][width];
    for (int round = 0; round < ROUNDS; round++) {
      double[][] slope = new double[labels][width];
      for (int i = 0; i < sentences.size(); i++) {
        float[] sentence = sentences.get(i);
        double[] likelihoods = softmax(weights, sentence);
        for (int label = 0; label < labels; label++) {
          double error =
              (likelihoods[label] - (targets.get(i) == label ? 1 : 0)) * importance[targets.get(i)];
          for (int j = 0; j < width - 1; j++) slope[label][j] += error * sentence[j];
          slope[label][width - 1] += error;
        }
      }
      for (int label = 0; label < labels; label++) {
        for (int j = 0; j < width; j++) {
          double change = slope[label][j] / sentences.size() + SHRINK * weights[label][j];
          velocity[label][j] = 0.9 * velocity[label][j] - STEP * change;
          weights[label][j] += velocity[label][j];
        }
      }
    }
    return floats(weights);
  }

  /** Labels with few phrases weigh as much as those with many, half way. */
  private static double[] importance(int labels, List<Integer> targets) {
    double[] importance = new double[labels];
    double average = (double) targets.size() / labels;
    for (int label = 0; label < labels; label++) {
      int wanted = label;
      long count = targets.stream().filter(target -> target == wanted).count();
      importance[label] = Math.sqrt(average / Math.max(1, count));
    }
    return importance;
  }

  private static double[] softmax(double[][] weights, float[] sentence) {
    double[] scores = new double[weights.length];
    double sum = 0;
    for (int label = 0; label < weights.length; label++) {
      double score = weights[label][sentence.length];
      for (int j = 0; j < sentence.length; j++) score += weights[label][j] * sentence[j];
      scores[label] = Math.exp(score);
      sum += scores[label];
    }
    for (int label = 0; label < weights.length; label++) scores[label] /= sum;
    return scores;
  }

  private static float[][] floats(double[][] weights) {
    float[][] floats = new float[weights.length][weights[0].length];
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights[i].length; j++) floats[i][j] = (float) weights[i][j];
    }
    return floats;
  }
}
