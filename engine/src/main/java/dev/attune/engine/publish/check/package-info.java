/** What a draft must pass before it may be published; one check a file, listed once. */
@NullMarked
package dev.attune.engine.publish.check;

import org.jspecify.annotations.NullMarked;
