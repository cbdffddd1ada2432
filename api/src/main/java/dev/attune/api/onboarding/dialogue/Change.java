package dev.attune.api.onboarding.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * One fact a turn changed.
 *
 * @param before what was noted until now; null when nothing was
 * @param now what is noted from now on; null when it was removed
 */
public record Change(String field, @Nullable Noted before, @Nullable Noted now) {}
