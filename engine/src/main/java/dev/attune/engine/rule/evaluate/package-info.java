/**
 * Asks a release: which actions do its rules propose for this person, on which facts, and why do
 * the others not.
 */
@NullMarked
package dev.attune.engine.rule.evaluate;

import org.jspecify.annotations.NullMarked;
