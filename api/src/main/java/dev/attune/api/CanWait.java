package dev.attune.api;

import dev.attune.api.machine.GivingWay;
import dev.attune.engine.publish.replay.Replay;
import dev.attune.engine.rule.compile.BuildProcesses;
import java.util.Optional;
import java.util.Set;

/**
 * Whose work makes room for decisions: one list of threads, and the processes rules are built in.
 */
final class CanWait {
  static final String READER = "reader";
  static final String RULE_BUILDER = "rule-builder";
  static final String DRAFT_BUILDER = "draft-builder";
  static final String SHADOW = "shadow";

  /** Those that wait for a model's words, and the JDK's client that brings them, are among them. */
  private static final Set<String> THREADS =
      Set.of(
          READER,
          RULE_BUILDER,
          DRAFT_BUILDER,
          SHADOW,
          Replay.THREAD,
          "model-start",
          "model-read",
          "HttpClient-");

  private CanWait() {}

  /** Empty where the machine does not offer it. */
  static Optional<GivingWay> begin() {
    return GivingWay.start(THREADS, BuildProcesses::isOne);
  }
}
