package dev.attune.api.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code attune rollback NUMBER}. */
@Command(
    name = "rollback",
    description = {
      "Publishes the content of an earlier release again, as the next release.",
      "",
      "  attune releases        finds its number",
      "  attune rollback 6 -m \"too loud\""
    },
    mixinStandardHelpOptions = true)
final class RollbackCommand extends ReleaseCommand {
  @Parameters(paramLabel = "NUMBER", description = "the release to go back to")
  private String number = "";

  @Mixin private SignatureOption signature = new SignatureOption();

  @Override
  int run(ServerOption server, PrintWriter out) throws IOException, InterruptedException {
    return tellPublished(
        server.post("/v1/releases/" + number + "/rollback", signature.json(), signature.onlyIf()),
        out);
  }
}
