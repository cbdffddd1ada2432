package dev.attune.engine.publish;

import org.jspecify.annotations.Nullable;

/**
 * Who publishes, why, and on top of what.
 *
 * @param author who answers for it
 * @param message why, in a sentence; may be empty
 * @param onlyIf publishes only while this release is current; null: while the one it was made from
 * @param requestKey the same for all repeats of one request; null when there is none
 */
public record Signature(
    String author, String message, @Nullable Long onlyIf, @Nullable String requestKey) {}
