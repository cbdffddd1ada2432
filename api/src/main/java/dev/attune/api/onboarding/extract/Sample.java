package dev.attune.api.onboarding.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a head sees of a sentence: what the encoder makes of it as a whole, and which word stems and
 * pairs of them stand in it, by their place in a hashed list. The stems keep apart what the encoder
 * blurs.
 *
 * @param meaning the encoder's vector; of no length where only the words are looked at
 * @param stems places of the stems and pairs, from 0 to {@link #STEMS}, each once
 */
record Sample(float[] meaning, int[] stems) {
  static final int STEMS = 8192;

  private static final float[] NO_MEANING = {};

  static Sample of(List<Token> words, Optional<SentenceEncoder> encoder) {
    List<String> stems = words.stream().map(Token::normal).map(Stem::of).toList();
    Stream<String> pairs =
        IntStream.range(1, stems.size()).mapToObj(i -> stems.get(i - 1) + " " + stems.get(i));
    int[] places =
        Stream.concat(stems.stream(), pairs)
            .mapToInt(stem -> Math.floorMod(stem.hashCode(), STEMS))
            .distinct()
            .toArray();
    return new Sample(
        encoder.map(it -> it.encode(Phrase.normal(words))).orElse(NO_MEANING), places);
  }

  /** The words alone. */
  Sample withoutMeaning() {
    return new Sample(NO_MEANING, stems);
  }

  /** How much each stem counts: all stems together weigh as much as the meaning. */
  float stemWeight() {
    return stems.length == 0 ? 0 : (float) (1 / Math.sqrt(stems.length));
  }

  /** Numbers in a row of weights: the meaning's, the stems' and the bias. */
  int width() {
    return meaning.length + STEMS + 1;
  }

  double score(float[] row) {
    double stemScore = 0;
    for (int stem : stems) stemScore += row[meaning.length + stem];
    double score = row[row.length - 1] + stemWeight() * stemScore;
    for (int i = 0; i < meaning.length; i++) score += row[i] * meaning[i];
    return score;
  }

  /** Adds the sample, times a factor, to a row. */
  void addTo(float[] row, double factor) {
    float times = (float) factor;
    for (int i = 0; i < meaning.length; i++) row[i] += times * meaning[i];
    for (int stem : stems) row[meaning.length + stem] += times * stemWeight();
    row[row.length - 1] += times;
  }
}
