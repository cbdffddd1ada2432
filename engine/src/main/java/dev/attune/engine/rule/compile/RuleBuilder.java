package dev.attune.engine.rule.compile;

import java.util.List;
import java.util.Map;

/** Turns the text of one use case into an archive of classes; loads none of them. */
interface RuleBuilder {
  /**
   * Takes seconds.
   *
   * @param key names the archive
   * @param factClasses the fact types by class file path
   */
  Outcome build(RuleSources sources, String key, Map<String, byte[]> factClasses);

  /** All use cases of a release are built: there is time to get ready for the next. */
  default void rest() {}

  /** What a build came to. */
  sealed interface Outcome {}

  /** The archive. */
  record Built(byte[] archive) implements Outcome {}

  /** What the rule compiler complained about; never empty. */
  record Failed(List<Complaint> complaints) implements Outcome {}

  /**
   * The rule compiler's words.
   *
   * @param path of the DRL; empty when it did not say
   * @param line 1-based; 0 when it did not say
   */
  record Complaint(String path, int line, String words) {}
}
