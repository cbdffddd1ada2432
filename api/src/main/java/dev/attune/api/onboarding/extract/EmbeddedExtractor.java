package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.Alternative;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.profile.Retraction;
import dev.attune.engine.profile.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a turn with word lists, rules of scope, trained heads and, where the machine can run it, a
 * sentence encoder. Needs neither key nor network. Immutable, safe for any thread.
 */
public final class EmbeddedExtractor implements Extractor {
  private final Interpreter interpreter;
  private final Vouching vouching;
  private final Optional<SentenceEncoder> encoder;
  private final Heads heads;
  private final Weights weights;
  private final String version;

  private EmbeddedExtractor(Pack pack, Optional<SentenceEncoder> encoder) {
    interpreter = new Interpreter(pack);
    vouching = new Vouching(interpreter);
    this.encoder = encoder;
    heads = Heads.load();
    weights = Weights.load(pack, encoder.isPresent() ? Weights.FILE : Weights.FILE_OF_WORDS);
    version = pack.version();
  }

  /**
   * Loads word lists and encoder; takes about two seconds. Where the encoder cannot run it reads
   * with word lists only.
   *
   * @param folder where native libraries may be unpacked
   */
  public static EmbeddedExtractor load(Path folder) {
    return new EmbeddedExtractor(new Pack(), MiniLm.load(folder));
  }

  /** Loads without the encoder. */
  public static EmbeddedExtractor lexiconOnly() {
    return new EmbeddedExtractor(new Pack(), Optional.empty());
  }

  /** {@code lexicon+encoder}, or {@code lexicon-only} where the encoder cannot run. */
  public String mode() {
    return encoder.isPresent() ? "lexicon+encoder" : "lexicon-only";
  }

  /** Names the word lists it reads with. */
  public String packVersion() {
    return version;
  }

  /**
   * Whether words that somebody else read out of a turn pass the same rules of scope: the person
   * says them about themselves, now, and in words of their own.
   */
  public boolean vouches(Turn turn, CandidateFact fact) {
    return vouching.vouches(turn, fact);
  }

  @Override
  public Extraction extract(Turn turn, ConversationState state, Set<String> asked) {
    Reading reading = interpreter.read(turn.text(), state, asked);
    List<Evidence> found =
        WordReaders.found(reading).stream()
            .map(it -> RetractionReader.isCalledWrong(reading, it) ? it.toDenied() : it)
            .toList();
    List<Evidence> evidence = new ArrayList<>(found);
    Map<String, Map<Object, Double>> ranking = Map.of();
    Optional<Likelihoods> likelihoods =
        reading.english() && !reading.clauses().isEmpty()
            ? Optional.of(new Likelihoods(encoder, heads, reading))
            : Optional.empty();
    if (likelihoods.isPresent()) {
      Weighing weighing = new Weighing(reading, likelihoods.get(), found, weights);
      evidence = weighing.weighed();
      ranking = weighing.ranking();
    }

    List<Retraction> retractions = RetractionReader.retracted(reading, evidence);
    evidence.removeIf(it -> RetractionReader.takesBack(reading.clauses().get(it.clause())));
    evidence.removeIf(it -> RetractionReader.isCalledWrong(reading, it));
    Verdict verdict = new Verdict(reading, evidence);
    Map<String, List<Alternative>> alternatives = new LinkedHashMap<>();
    for (String field : List.of("role", "goals", "industry")) {
      List<Alternative> likely = verdict.alternatives(field, ranking.getOrDefault(field, Map.of()));
      if (!likely.isEmpty()) alternatives.put(field, likely);
    }
    Set<String> declined = RefusalReader.declined(reading, likelihoods);
    return new Extraction(
        verdict.facts().stream().filter(it -> !isKeptBack(it, declined, asked)).toList(),
        retractions,
        declined,
        alternatives);
  }

  /** "I'm a teacher, though I'd rather not say which industry": nor is it concluded. */
  private static boolean isKeptBack(CandidateFact fact, Set<String> declined, Set<String> asked) {
    return asked.isEmpty() && fact.field().equals("industry") && declined.contains("industry");
  }
}
