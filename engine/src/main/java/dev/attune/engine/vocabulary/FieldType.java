package dev.attune.engine.vocabulary;

import java.time.LocalDate;
import java.util.Set;

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
  DATE;

  /** Whether a value is of this type; one that was kept before a field got another type is not. */
  public boolean fits(Object value) {
    return switch (this) {
      case ONE_OF, TEXT -> value instanceof String;
      case MANY_OF -> value instanceof Set<?>;
      case NUMBER -> value instanceof Double;
      case FLAG -> value instanceof Boolean;
      case DATE -> value instanceof LocalDate;
    };
  }
}
