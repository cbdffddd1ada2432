package dev.attune.api.cli;

import dev.attune.api.cli.ServerOption.Reply;
import dev.attune.engine.publish.ArchiveReader;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attune export [NUMBER]}. */
@Command(
    name = "export",
    description = {
      "Brings a release's files here, byte for byte.",
      "",
      "  attune export --to rules          the folder holds what is live; rules files that the"
          + " release does not have are deleted",
      "  attune export 7 --to seven.zip    an archive, for \"attune import\""
    },
    mixinStandardHelpOptions = true)
final class ExportCommand extends ReleaseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NUMBER",
      defaultValue = "current",
      description = "the release (default: the live one)")
  private String number = "current";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR or FILE.zip",
      description = "a folder, or an archive when the name ends with .zip")
  private Path to = Path.of("");

  @Override
  int run(ServerOption server, PrintWriter out) throws IOException, InterruptedException {
    Reply live = server.get("/v1/releases/current");
    String wanted = number.equals("current") ? live.json().path("id").asText(number) : number;
    Reply reply = live.isGood() ? server.get("/v1/releases/" + wanted + "/export") : live;
    if (!reply.isGood()) {
      reply.explain(out);
      return 1;
    }
    if (to.toString().endsWith(".zip")) {
      Files.write(to, reply.bytes());
    } else {
      ReleaseFiles files =
          ArchiveReader.read(reply.bytes(), new Diagnostics())
              .orElseThrow(() -> new IOException("the server's answer is no archive"));
      write(files, out);
    }
    out.printf("release %s is in %s%n", reply.tag(), to);
    return 0;
  }

  private void write(ReleaseFiles files, PrintWriter out) throws IOException {
    Files.createDirectories(to);
    for (String path : RulesFolder.read(to, new Diagnostics()).keySet()) {
      if (files.file(path).isPresent()) continue;
      Files.delete(to.resolve(path));
      out.println("deleted " + path);
    }
    for (Map.Entry<String, byte[]> file : files.byPath().entrySet()) {
      if (!ContentPath.isContent(file.getKey()))
        throw new IOException("not written, no rules file: " + file.getKey());
      Path target = to.resolve(file.getKey());
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.write(target, file.getValue());
    }
  }
}
