/**
 * From read content to a release: fact types from the vocabulary, the sandboxed build of each use
 * case, the scan of what it made, a trial run. Nothing an author writes is trusted before the end.
 */
@NullMarked
package dev.attune.engine.rule.compile;

import org.jspecify.annotations.NullMarked;
