package dev.attune.engine.rule.condition;

import dev.attune.engine.vocabulary.Field;
import org.jspecify.annotations.Nullable;

/**
 * A property of a fact, as rules read it.
 *
 * @param field the vocabulary's field it shows; null for the fixed properties of other facts
 * @param reading how it is made from the field's value
 */
public record Property(String name, PropertyType type, @Nullable Field field, Reading reading) {
  /** How a property is made from what is stored. */
  public enum Reading {
    /** The value itself. */
    VALUE,
    /** Whole days from a date until today; negative for a date to come. */
    DAYS_SINCE,
    /** Whole days from today until a date; negative for a date gone by. */
    DAYS_UNTIL
  }
}
