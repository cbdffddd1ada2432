package dev.attune.api.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** The running server a command asks. */
final class ServerArgument {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "where the server listens (default: ${DEFAULT-VALUE})")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${ATTUNE_KEY:-demo}",
      description = "a server key or an author key (default: ATTUNE_KEY, else demo)")
  private String key = "demo";

  ServerClient client() {
    return new ServerClient(url, key);
  }
}
