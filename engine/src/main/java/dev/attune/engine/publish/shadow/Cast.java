package dev.attune.engine.publish.shadow;

import dev.attune.engine.text.Diagnostic;
import java.util.List;

/** What became of a draft that is to be evaluated beside the live release. */
public sealed interface Cast permits Shadow, Cast.Unbuilt {
  /**
   * It cannot be built, and will not be before it is edited.
   *
   * @param diagnostics why; empty when that is a bug, which stands in the log
   */
  record Unbuilt(List<Diagnostic> diagnostics) implements Cast {}
}
