package dev.attune.engine.vocabulary;

/** The types a profile or visit field may have; authors write them in lower case with hyphens. */
public enum FieldType {
  /** One of the listed values; {@code String} in rules. */
  ONE_OF,
  /** Any of the listed values; {@code Set<String>} in rules, read with {@code contains}. */
  MANY_OF,
  /** Free text; {@code String} in rules. */
  TEXT,
  /** A number; {@code Double} in rules, absent is {@code null}. */
  NUMBER,
  /** Yes or no; {@code Boolean} in rules. */
  FLAG,
  /**
   * A calendar date. Rules read it as {@code java.time.LocalDate} and as the two ages {@code
   * daysSince<Name>} and {@code daysUntil<Name>}, because rules have no clock.
   */
  DATE
}
