/** One node's way with releases: what is published goes live, what others publish is followed. */
@NullMarked
package dev.attune.engine.publish.live;

import org.jspecify.annotations.NullMarked;
