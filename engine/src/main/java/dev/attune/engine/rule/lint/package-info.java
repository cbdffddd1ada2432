/** Lints: what is allowed and yet probably not meant. One lint, one file, one line in the list. */
@NullMarked
package dev.attune.engine.rule.lint;

import org.jspecify.annotations.NullMarked;
