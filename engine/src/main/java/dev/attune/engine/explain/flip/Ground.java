package dev.attune.engine.explain.flip;

import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.explain.WrittenRules;
import dev.attune.engine.rule.evaluate.Release;

/** What searches on one release share. Thread-safe; made once for a release. */
public final class Ground {
  final Release release;
  final ReleaseRules rules;
  final WrittenRules written;
  final Keys keys;
  final Bounds bounds;

  /**
   * @param written the release's rules
   */
  public Ground(Release release, WrittenRules written) {
    this.release = release;
    this.rules = new ReleaseRules(release);
    this.written = written;
    this.keys = new Keys(release.content(), written);
    this.bounds = new Bounds(written.all());
  }

  public WrittenRules written() {
    return written;
  }
}
