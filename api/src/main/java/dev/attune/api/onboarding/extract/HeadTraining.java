package dev.attune.api.onboarding.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Trains the heads on the packaged {@link Examples}, and the {@link Weights} on how the heads read
 * messages they were not trained on. The same examples give the same weights.
 */
public final class HeadTraining {
  private static final int FOLDS = 5;

  private final Pack pack = new Pack();
  private final List<Message> messages = pack.messages();
  private final SentenceEncoder encoder;
  private final Map<String, Sample> known = new ConcurrentHashMap<>();

  private HeadTraining(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Trains on what is packaged and writes the heads and the weights. Takes several minutes.
   *
   * @param natives where native libraries may be unpacked
   * @param folder where {@code heads.bin}, {@code weights.txt} and {@code weights-words.txt} go
   */
  public static void train(Path natives, Path folder) throws IOException {
    SentenceEncoder encoder =
        MiniLm.load(natives).orElseThrow(() -> new IOException("the encoder cannot run here"));
    HeadTraining training = new HeadTraining(encoder);
    WeightTraining weights = new WeightTraining(Optional.of(encoder));
    WeightTraining ofWords = new WeightTraining(Optional.empty());
    training.tryOut(List.of(weights, ofWords));
    Heads trained = training.heads(training.messages);
    try (OutputStream out = Files.newOutputStream(folder.resolve("heads.bin"))) {
      trained.write(out);
    }
    Files.writeString(folder.resolve(Weights.FILE), weights.weights().written());
    Files.writeString(folder.resolve(Weights.FILE_OF_WORDS), ofWords.weights().written());
  }

  /** Names the packaged phrases and messages as {@link Heads#trainedOn} does. */
  static String examplesVersion() {
    Pack pack = new Pack();
    pack.messages();
    Examples.PHRASES.forEach(pack::phrases);
    return pack.version();
  }

  private void tryOut(List<WeightTraining> trainings) {
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Heads others = heads(messages.stream().filter(it -> fold(it) != held).toList());
      messages.stream()
          .filter(it -> fold(it) == held)
          .forEach(message -> trainings.forEach(it -> it.add(message, others)));
    }
  }

  private static int fold(Message message) {
    return Math.floorMod(message.text().hashCode(), FOLDS);
  }

  private Heads heads(List<Message> learned) {
    Examples examples = new Examples(new Pack(), learned);
    Map<String, Map<String, List<String>>> sentences = new LinkedHashMap<>();
    for (String field : Examples.HEADS) sentences.put(field, examples.of(field));
    sentences.values().stream()
        .flatMap(it -> it.values().stream())
        .flatMap(List::stream)
        .forEach(it -> known.computeIfAbsent(it, this::sample));
    return new Heads(
        examplesVersion(),
        heads(sentences, sample -> sample),
        heads(sentences, Sample::withoutMeaning));
  }

  /** One head for each field, each learned by itself and so beside the others. */
  private Map<String, Head> heads(
      Map<String, Map<String, List<String>>> sentences, UnaryOperator<Sample> seen) {
    return Examples.HEADS.parallelStream()
        .collect(
            Collectors.toMap(
                field -> field,
                field -> head(sentences.getOrDefault(field, Map.of()), seen),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private Head head(Map<String, List<String>> sentences, UnaryOperator<Sample> seen) {
    List<String> labels = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    sentences.forEach(
        (label, listed) -> {
          for (String sentence : listed) {
            samples.add(seen.apply(known.computeIfAbsent(sentence, this::sample)));
            targets.add(labels.size());
          }
          labels.add(label);
        });
    return new Head(labels, Descent.weights(labels.size(), samples, targets));
  }

  private Sample sample(String sentence) {
    return Sample.of(Tokenizer.tokens(sentence), Optional.of(encoder));
  }
}
