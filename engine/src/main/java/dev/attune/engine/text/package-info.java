/**
 * Reading authors' text: places in files, diagnostics with the nearest valid name, YAML trees that
 * keep line and column.
 */
@NullMarked
package dev.attune.engine.text;

import org.jspecify.annotations.NullMarked;
