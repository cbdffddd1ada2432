package dev.attune.engine.publish.check;

import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.diff.ReleaseDiff;
import dev.attune.engine.rule.evaluate.Release;

/**
 * A draft that reads and compiles. Nobody meets it yet.
 *
 * @param diff to the release it is to follow
 */
public record CompiledDraft(ReleaseFiles files, Release release, ReleaseDiff diff) {}
