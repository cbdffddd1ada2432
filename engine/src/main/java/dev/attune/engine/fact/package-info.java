/** What is known about a person, and the facts rules match on. */
@NullMarked
package dev.attune.engine.fact;

import org.jspecify.annotations.NullMarked;
