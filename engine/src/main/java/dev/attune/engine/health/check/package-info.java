/** What can be wrong with a rule that compiles; one check, one file, one line in the list. */
@NullMarked
package dev.attune.engine.health.check;

import org.jspecify.annotations.NullMarked;
