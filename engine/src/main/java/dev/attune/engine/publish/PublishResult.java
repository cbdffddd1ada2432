package dev.attune.engine.publish;

import dev.attune.engine.text.Diagnostic;
import java.util.List;

/** What came of publishing. */
public sealed interface PublishResult {
  /**
   * It is a release, and live where it was published.
   *
   * @param warnings what its author should know; empty for a repeat
   */
  record Published(Publication publication, List<Diagnostic> warnings) implements PublishResult {}

  /**
   * It did not pass its checks; nothing changed.
   *
   * @param diagnostics at least one error, by place
   */
  record Rejected(List<Diagnostic> diagnostics) implements PublishResult {}

  /**
   * Another release is current than the one it was made from; nothing changed.
   *
   * @param base the number of the release it was made from
   * @param current the number of the one that is current
   */
  record Overtaken(long base, long current) implements PublishResult {}

  /** The same request key came with other files before; nothing changed. */
  record KeyReused() implements PublishResult {}
}
