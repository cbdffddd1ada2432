/** The words rules are made of, each with its place. */
@NullMarked
package dev.attune.engine.rule.token;

import org.jspecify.annotations.NullMarked;
