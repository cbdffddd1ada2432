/** The {@code when} part of a rule in typed form, and the one place that knows what it may say. */
@NullMarked
package dev.attune.engine.rule.condition;

import org.jspecify.annotations.NullMarked;
