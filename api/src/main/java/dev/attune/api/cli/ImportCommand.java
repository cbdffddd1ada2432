package dev.attune.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code attune import FILE.zip}. */
@Command(
    name = "import",
    description = {
      "Publishes an exported archive as the next release of a running server, byte for byte.",
      "Any zip of a rules folder will do; what is no part of the rules is left out and told.",
      "",
      "  attune import seven.zip -m \"from staging\""
    },
    mixinStandardHelpOptions = true)
final class ImportCommand extends ReleaseCommand {
  @Parameters(paramLabel = "FILE.zip", description = "made by \"attune export\", or any zip")
  private Path file = Path.of("");

  @Mixin private SignatureOption signature = new SignatureOption();

  @Override
  int run(ServerOption server, PrintWriter out) throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) throw new IOException(file + " is no file");
    return tellPublished(
        server.send(
            "POST",
            "/v1/releases" + signature.query(),
            Files.readAllBytes(file),
            "application/zip",
            signature.onlyIf()),
        out);
  }
}
