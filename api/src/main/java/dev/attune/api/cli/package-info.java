/** The command line: one class for each subcommand. */
@NullMarked
package dev.attune.api.cli;

import org.jspecify.annotations.NullMarked;
