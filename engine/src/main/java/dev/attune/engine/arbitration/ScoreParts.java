package dev.attune.engine.arbitration;

/**
 * The parts of a score, kept apart; they multiply to it.
 *
 * @param priority the card's
 * @param weight the rule's
 * @param likelihood that the person accepts: the card's prior smoothed by the evidence
 * @param value what an acceptance is worth, the card's
 * @param liking 1, or less when the person asked for less like this
 * @param affinity 1, or more the more the person makes use of it
 * @param evidence the counts behind the likelihood
 */
public record ScoreParts(
    int priority,
    double weight,
    double likelihood,
    double value,
    double liking,
    double affinity,
    Evidence evidence) {
  public double score() {
    return priority * weight * likelihood * value * liking * affinity;
  }
}
