/** The {@code then} part of a rule: its grammar and its checks. */
@NullMarked
package dev.attune.engine.rule.consequence;

import org.jspecify.annotations.NullMarked;
