/**
 * The health of rules, told from what they did: counts of many decisions, nothing of one person.
 */
@NullMarked
package dev.attune.engine.health;

import org.jspecify.annotations.NullMarked;
