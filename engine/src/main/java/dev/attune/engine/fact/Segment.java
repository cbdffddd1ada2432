package dev.attune.engine.fact;

/** A group the person is in, derived by {@code shared/segments.drl}. */
public record Segment(String name) {
  /** A segment {@code contradicts-role} speaks against what the person said in the field role. */
  public static final String CONTRADICTS = "contradicts-";
}
