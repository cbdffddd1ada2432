package dev.attune.api.onboarding.prompt;

import dev.attune.engine.text.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * The words in use. A reload swaps them as a whole; a folder with an error changes nothing. Safe
 * for any thread.
 */
public final class ActivePrompts {
  private final Path folder;
  private volatile Prompts current;

  /**
   * @param first what {@code folder} held at start
   */
  public ActivePrompts(Path folder, Prompts first) {
    this.folder = folder;
    this.current = first;
  }

  public Prompts current() {
    return current;
  }

  /** Reads the folder again; the diagnostics that kept it from being used, or none. Blocks. */
  public List<Diagnostic> reload() {
    PromptReading reading = PromptReader.read(folder);
    if (reading instanceof PromptReading.Refused refused) return refused.diagnostics();
    current = ((PromptReading.Read) reading).prompts();
    return List.of();
  }
}
