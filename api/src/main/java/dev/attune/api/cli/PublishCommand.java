package dev.attune.api.cli;

import dev.attune.api.cli.ServerOption.Reply;
import dev.attune.engine.publish.ReleaseArchive;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune publish [DIR]}. */
@Command(
    name = "publish",
    description = {
      "Publishes a rules folder to a running server: checks it there, says what it changes, and"
          + " makes it the next release.",
      "",
      "Every mistake is told with file, line and column; then nothing changes. Each changed rule"
          + " must fire in one scenario and be silent in another.",
      "",
      "  attune publish --check            only what would come of it",
      "  attune publish -m \"ask later\"     publishes ./rules"
    },
    mixinStandardHelpOptions = true)
final class PublishCommand extends ReleaseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "rules",
      description = "the rules folder (default: rules)")
  private Path folder = Path.of("rules");

  @Option(names = "--check", description = "check and compare only; publish nothing")
  private boolean checkOnly;

  @Mixin private SignatureOption signature = new SignatureOption();

  @Override
  int run(ServerOption server, PrintWriter out) throws IOException, InterruptedException {
    if (!Files.isDirectory(folder)) throw new IOException(folder + " is no folder");
    Diagnostics diagnostics = new Diagnostics();
    ReleaseFiles files = ReleaseFiles.of(RulesFolder.read(folder, diagnostics));
    diagnostics.sorted().forEach(out::println);
    if (diagnostics.hasErrors()) return 1;
    Reply made = server.post("/v1/drafts", signature.json(), null);
    if (!made.isGood()) {
      made.explain(out);
      return 1;
    }
    String draft = "/v1/drafts/" + made.json().path("id").asText();
    try {
      return run(server, draft, files, out);
    } finally {
      server.send("DELETE", draft, null, "", null);
    }
  }

  private int run(ServerOption server, String draft, ReleaseFiles files, PrintWriter out)
      throws IOException, InterruptedException {
    Reply sent = server.send("PUT", draft, ReleaseArchive.of(files), "application/zip", null);
    Reply checked = sent.isGood() ? server.post(draft + "/check", null, null) : sent;
    if (!checked.isGood()) {
      checked.explain(out);
      return 1;
    }
    checked.changes(out);
    if (!checkOnly)
      return tellPublished(
          server.post(draft + "/publish", signature.json(), signature.onlyIf()), out);
    checked.warn(out);
    out.println("it may be published");
    return 0;
  }
}
