package dev.attune.engine.explain.why;

import dev.attune.engine.explain.Explanation;
import dev.attune.engine.explain.flip.FlipAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Why actions were chosen or not.
 *
 * @param flip what would have turned the verdict; null unless one action was asked about
 */
public record WhyAnswer(Explanation explanation, @Nullable FlipAnswer flip) {}
