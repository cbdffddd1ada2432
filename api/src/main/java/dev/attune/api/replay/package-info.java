/** Recorded decisions in files and over the network, and reports about replaying them. */
@NullMarked
package dev.attune.api.replay;

import org.jspecify.annotations.NullMarked;
