/**
 * The language model, when one is configured: asked with a deadline, a breaker and a budget, and
 * believed only where it quotes the person. No failure of a model ever leaves this package as
 * anything but a value.
 */
@NullMarked
package dev.attune.api.onboarding.model;

import org.jspecify.annotations.NullMarked;
