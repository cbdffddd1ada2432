/**
 * Who speaks next and about what: pure functions from one state of a conversation to the next. No
 * model, no store, no clock.
 */
@NullMarked
package dev.attune.api.onboarding.dialogue;

import org.jspecify.annotations.NullMarked;
