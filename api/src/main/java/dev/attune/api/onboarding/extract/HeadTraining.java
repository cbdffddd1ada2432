package dev.attune.api.onboarding.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains the heads on the packaged {@link Examples}, and the {@link Weights} on how the heads read
 * messages of writers they were not trained on. The same examples give the same weights.
 */
public final class HeadTraining {
  private static final int FOLDS = 4;

  private final Pack pack = new Pack();
  private final List<Message> messages = pack.messages();
  private final SentenceEncoder encoder;
  private final Map<String, Sample> known = new HashMap<>();

  private HeadTraining(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Trains on what is packaged and writes the heads and the weights. Takes several minutes.
   *
   * @param natives where native libraries may be unpacked
   */
  public static void train(Path natives, Path heads, Path weights) throws IOException {
    SentenceEncoder encoder =
        MiniLm.load(natives).orElseThrow(() -> new IOException("the encoder cannot run here"));
    HeadTraining training = new HeadTraining(encoder);
    Weights learned = training.weights();
    Heads trained = training.heads(training.messages);
    try (OutputStream out = Files.newOutputStream(heads)) {
      trained.write(out);
    }
    Files.writeString(weights, learned.written());
  }

  /** Names the packaged phrases and messages as {@link Heads#trainedOn} does. */
  static String examplesVersion() {
    Pack pack = new Pack();
    pack.messages();
    Examples.PHRASES.forEach(pack::phrases);
    return pack.version();
  }

  private Weights weights() {
    WeightTraining training = new WeightTraining(encoder);
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Heads others = heads(messages.stream().filter(it -> fold(it) != held).toList());
      messages.stream()
          .filter(it -> fold(it) == held)
          .forEach(message -> training.add(message, others));
    }
    return training.weights();
  }

  /** What one writer wrote stays together. */
  private static int fold(Message message) {
    return Math.floorMod(message.source().hashCode(), FOLDS);
  }

  private Heads heads(List<Message> learned) {
    Examples examples = new Examples(new Pack(), learned);
    Map<String, Head> heads = new LinkedHashMap<>();
    for (String field : Examples.FIELDS) heads.put(field, head(examples.of(field)));
    heads.put(Examples.REFUSAL, head(examples.of(Examples.REFUSAL)));
    return new Heads(examplesVersion(), heads);
  }

  private Head head(Map<String, List<String>> sentences) {
    List<String> labels = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    sentences.forEach(
        (label, listed) -> {
          for (String sentence : listed) {
            samples.add(known.computeIfAbsent(sentence, this::sample));
            targets.add(labels.size());
          }
          labels.add(label);
        });
    return new Head(labels, Descent.weights(labels.size(), samples, targets));
  }

  private Sample sample(String sentence) {
    return Sample.of(Tokenizer.tokens(sentence), encoder);
  }
}
