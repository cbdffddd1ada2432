package dev.attune.api;

import dev.attune.api.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders a server stands on, looked at before anything is started. */
final class Places {
  private Places() {}

  /**
   * Makes the data folder when it is absent.
   *
   * @throws StartFailure with everything that is wrong
   */
  static void check(ServerConfig config) throws StartFailure {
    List<String> wrong = new ArrayList<>();
    missing(config.rules(), "rules", wrong);
    missing(config.prompts(), "prompts", wrong);
    unusable(config.data(), wrong);
    if (!wrong.isEmpty()) throw StartFailure.ofPlaces(wrong);
  }

  private static void missing(Path folder, String what, List<String> wrong) {
    if (Files.isDirectory(folder)) return;
    wrong.add(
        "there is no folder "
            + folder.toAbsolutePath().normalize()
            + " with "
            + what
            + "; name it with --"
            + what);
  }

  private static void unusable(Path data, List<String> wrong) {
    String reason;
    try {
      reason = Files.isWritable(Files.createDirectories(data)) ? "" : "it may not be written";
    } catch (IOException refused) {
      reason = Files.exists(data) ? "it is no folder" : "it cannot be made";
    }
    if (reason.isEmpty()) return;
    wrong.add(
        "the data folder "
            + data.toAbsolutePath().normalize()
            + " cannot be used: "
            + reason
            + "; name another with --data");
  }
}
