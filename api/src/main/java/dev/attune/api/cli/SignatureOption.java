package dev.attune.api.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who publishes, and why. */
final class SignatureOption {
  @Option(
      names = {"-a", "--author"},
      paramLabel = "NAME",
      description = "who answers for it (default: the key's name)")
  private @Nullable String author;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "why, in a sentence")
  private @Nullable String message;

  @Option(
      names = "--only-if",
      paramLabel = "NUMBER",
      description = "publish only while this release is current")
  private @Nullable String onlyIf;

  @Nullable String onlyIf() {
    return onlyIf;
  }

  String json() {
    return ServerOption.signature(author, message);
  }

  String query() {
    return "?" + ServerOption.query("author", author) + ServerOption.query("message", message);
  }
}
