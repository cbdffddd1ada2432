/** Authored tests: people, a moment or a story of days, and the decisions expected of them. */
@NullMarked
package dev.attune.engine.scenario;

import org.jspecify.annotations.NullMarked;
