/**
 * From a folder of authors' files to checked content: text gate, parsing, validation, lints. The
 * only package, with those below it, that sees Drools.
 */
@NullMarked
package dev.attune.engine.rule;

import org.jspecify.annotations.NullMarked;
