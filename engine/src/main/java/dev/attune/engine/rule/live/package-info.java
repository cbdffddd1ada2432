/** The release that is live: swapped in one step, watched in its folder, quarantined on overrun. */
@NullMarked
package dev.attune.engine.rule.live;

import org.jspecify.annotations.NullMarked;
