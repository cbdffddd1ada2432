package dev.attune.engine.action;

/**
 * The share of people kept out of everything, so that the effect of everything can be measured.
 *
 * @param share 0 (nobody) to 1
 * @param salt draws other people when it changes
 */
public record Holdout(double share, String salt) {
  public static final Holdout NOBODY = new Holdout(0, "");
}
