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
  private static final double MOMENTUM = 0.9;
  private static final double NEGLIGIBLE = 1e-4;
  private static final List<String> FIELDS = List.of("role", "goals", "industry");

  private HeadTraining() {}

  /**
   * Trains on the packaged phrases and writes the weights. Takes a few minutes.
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
    Map<String, Map<String, List<Sample>>> examples = new LinkedHashMap<>();
    for (String field : List.of("role", "goals", "industry", "none")) {
      Map<String, List<Sample>> encoded = new LinkedHashMap<>();
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

  private static List<Sample> encode(SentenceEncoder encoder, List<String> phrases) {
    return phrases.stream().map(phrase -> Sample.of(Tokenizer.tokens(phrase), encoder)).toList();
  }

  /**
   * Other fields' phrases are none of this field's business; a job may tell an industry, though.
   */
  private static Head head(String field, Map<String, Map<String, List<Sample>>> examples) {
    List<String> labels = new ArrayList<>();
    List<Sample> sentences = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    labels.add(Head.NONE);
    Objects.requireNonNull(examples.get(field), field)
        .forEach(
            (value, encoded) -> {
              labels.add(value);
              for (Sample sentence : encoded) {
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
                for (Sample sentence : encoded) {
                  sentences.add(sentence);
                  targets.add(0);
                }
              });
    }
    return new Head(labels, descend(labels.size(), sentences, targets));
  }

  private static float[][] descend(int labels, List<Sample> sentences, List<Integer> targets) {
    int width = sentences.get(0).width();
    float[][] weights = new float[labels][width];
    float[][] velocity = new float[labels][width];
    Head head = new Head(List.of(), weights);
    for (int round = 0; round < ROUNDS; round++) {
      float[][] slope = new float[labels][width];
      for (int i = 0; i < sentences.size(); i++) {
        double[] likelihoods = head.softmax(sentences.get(i));
        for (int label = 0; label < labels; label++) {
          double error = likelihoods[label] - (targets.get(i) == label ? 1 : 0);
          if (Math.abs(error) > NEGLIGIBLE) sentences.get(i).addTo(slope[label], error);
        }
      }
      for (int label = 0; label < labels; label++) {
        for (int j = 0; j < width; j++) {
          double change = slope[label][j] / sentences.size() + SHRINK * weights[label][j];
          velocity[label][j] = (float) (MOMENTUM * velocity[label][j] - STEP * change);
          weights[label][j] += velocity[label][j];
        }
      }
    }
    return weights;
  }
}
