/** How the program tells what it does: readable lines in a terminal, JSON lines everywhere else. */
@NullMarked
package dev.attune.api.log;

import org.jspecify.annotations.NullMarked;
