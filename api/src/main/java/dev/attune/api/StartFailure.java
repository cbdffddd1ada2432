package dev.attune.api;

import dev.attune.engine.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a server cannot start, in words for the terminal. */
public final class StartFailure extends Exception {
  private static final long serialVersionUID = 1;

  private StartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static StartFailure ofRules(Path folder, List<Diagnostic> diagnostics) {
    String lines = diagnostics.stream().map(each -> "  " + each).collect(Collectors.joining("\n"));
    return new StartFailure(
        "the rules in " + folder + " do not compile, and none ever did:\n" + lines, null);
  }

  static StartFailure ofPrompts(Path folder, List<Diagnostic> diagnostics) {
    String lines = diagnostics.stream().map(each -> "  " + each).collect(Collectors.joining("\n"));
    return new StartFailure("the prompts in " + folder + " cannot be used:\n" + lines, null);
  }

  static StartFailure ofPlaces(List<String> wrong) {
    return new StartFailure(String.join("\n", wrong), null);
  }

  static StartFailure of(IOException cause) {
    return new StartFailure(String.valueOf(cause.getMessage()), cause);
  }
}
