/** Measures a real server in a process of its own, against the bare endpoint on the same loops. */
@NullMarked
package dev.attune.api.bench;

import org.jspecify.annotations.NullMarked;
