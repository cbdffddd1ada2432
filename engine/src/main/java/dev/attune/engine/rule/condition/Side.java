package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Names.Domain;
import org.jspecify.annotations.Nullable;

/**
 * What one side of an operator is: its type, and what else is to be known about it.
 *
 * @param type null for the literal {@code null} or after an error, which fits everything
 * @param certain never unknown
 * @param domain the names it can hold; null: any
 */
record Side(@Nullable PropertyType type, boolean certain, @Nullable Domain domain) {
  static final Side ANY = new Side(null, true, null);

  static Side of(PropertyType type) {
    return new Side(type, true, null);
  }
}
