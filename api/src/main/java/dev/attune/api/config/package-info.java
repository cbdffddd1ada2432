/**
 * What an operator decides: one documented record tree, read from defaults, file, environment,
 * flags.
 */
@NullMarked
package dev.attune.api.config;

import org.jspecify.annotations.NullMarked;
