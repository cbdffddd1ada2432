package dev.attune.api.onboarding.prompt;

import dev.attune.engine.text.Diagnostic;
import java.util.List;

/** What reading a prompts folder came to. */
public sealed interface PromptReading {
  /** Every file is there and every placeholder is known. */
  record Read(Prompts prompts) implements PromptReading {}

  /** Nothing of the folder is used. */
  record Refused(List<Diagnostic> diagnostics) implements PromptReading {}
}
