package dev.attune.engine.rule.condition;

/**
 * What a property holds. Properties of {@code Profile} and {@code Visit} are boxed, because they
 * may be unknown.
 */
public enum PropertyType {
  TEXT("String"),
  TEXTS("java.util.Set<String>"),
  WHOLE("Integer"),
  NUMBER("Double"),
  FLAG("Boolean"),
  DATE("java.time.LocalDate");

  private final String java;

  PropertyType(String java) {
    this.java = java;
  }

  /** The Java type, as source. */
  public String java() {
    return java;
  }

  public boolean isNumeric() {
    return this == WHOLE || this == NUMBER;
  }
}
