/** Actions: their cards, the placements they may stand in, and the candidates rules propose. */
@NullMarked
package dev.attune.engine.action;

import org.jspecify.annotations.NullMarked;
