/**
 * The embedded extractor: reads a role, goals, an industry and numbers out of a person's own words
 * with word lists, rules of scope and a small sentence encoder; no model service, no network.
 */
@NullMarked
package dev.attune.api.onboarding.extract;

import org.jspecify.annotations.NullMarked;
