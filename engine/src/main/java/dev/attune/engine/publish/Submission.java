package dev.attune.engine.publish;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be the next release.
 *
 * @param base the number of the release it was made from; 0 when there was none. It is published
 *     only while that release is current
 * @param author who answers for it
 * @param message why, in a sentence; may be empty
 * @param requestKey repeats of one request share it, so that a repeat publishes nothing twice; null
 *     when the author sent none
 */
public record Submission(
    ReleaseFiles files,
    long base,
    Origin origin,
    String author,
    String message,
    @Nullable String requestKey) {}
