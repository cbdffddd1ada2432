package dev.attune.engine.rule.condition;

import java.util.Arrays;
import java.util.List;

/** The kinds of facts a rule may match. */
public enum FactType {
  PROFILE("Profile"),
  VISIT("Visit"),
  ACTIVITY("Activity"),
  FEATURE("Feature"),
  ITEM("Item"),
  EXPOSURE("Exposure"),
  SEGMENT("Segment");

  private final String word;

  FactType(String word) {
    this.word = word;
  }

  /** As rules spell it. */
  public String word() {
    return word;
  }

  /** True for the kinds of which there is exactly one fact per decision. */
  public boolean isSingle() {
    return this == PROFILE || this == VISIT;
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(FactType::word).toList();
  }
}
