package dev.attune.api.onboarding.extract;

import java.util.List;

/**
 * What a head sees of a sentence: what the encoder makes of it as a whole, and which word stems
 * stand in it, by their place in a hashed list. The stems keep apart what the encoder blurs.
 *
 * @param meaning the encoder's vector
 * @param stems places of the stems, from 0 to {@link #STEMS}, each once
 */
record Sample(float[] meaning, int[] stems) {
  static final int STEMS = 2048;

  static Sample of(List<Token> words, SentenceEncoder encoder) {
    int[] stems =
        words.stream()
            .map(Token::normal)
            .map(Stem::of)
            .mapToInt(stem -> Math.floorMod(stem.hashCode(), STEMS))
            .distinct()
            .toArray();
    return new Sample(encoder.encode(Phrase.normal(words)), stems);
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
