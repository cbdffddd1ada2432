/**
 * The account of interruptions: what a decision reserves, an exposure spends and an expiry returns.
 */
@NullMarked
package dev.attune.engine.attention;

import org.jspecify.annotations.NullMarked;
