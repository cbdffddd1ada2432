package dev.attune.api.onboarding.model;

import java.time.Duration;

/**
 * How long and how much a model may be asked.
 *
 * @param firstToken until the first word of an answer
 * @param stall between two words of an answer
 * @param total for the whole call, its retry and waits included
 * @param streams calls at a time on this server
 * @param answerBytes the longest answer that is read
 * @param answerTokens the longest answer that is asked for
 */
public record ModelLimits(
    Duration firstToken,
    Duration stall,
    Duration total,
    int streams,
    int answerBytes,
    int answerTokens) {
  public static final ModelLimits DEFAULT =
      new ModelLimits(
          Duration.ofMillis(2500),
          Duration.ofMillis(2500),
          Duration.ofSeconds(8),
          64,
          256 * 1024,
          800);
}
