/** Events: what an app reports about a person, and how they become facts. */
@NullMarked
package dev.attune.engine.event;

import org.jspecify.annotations.NullMarked;
