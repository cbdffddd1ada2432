package dev.attune.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.cli.ServerOption.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command about the releases of a running server. */
abstract class ReleaseCommand implements Callable<Integer> {
  @Mixin private ServerOption server = new ServerOption();
  @Spec private CommandSpec spec;

  /** 0 when done, 1 when the server says no or does not answer. */
  @Override
  public final Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      return run(server, out);
    } catch (IOException failed) {
      spec.commandLine().getErr().println(failed.getMessage());
      return 1;
    }
  }

  abstract int run(ServerOption server, PrintWriter out) throws IOException, InterruptedException;

  /** Says which release is live now, or why none is. */
  static int tellPublished(Reply reply, PrintWriter out) {
    if (!reply.isGood()) {
      reply.explain(out);
      return 1;
    }
    reply.warn(out);
    JsonNode release = reply.json();
    out.printf("release %s (%s) is live%n", release.path("number"), release.path("id").asText());
    return 0;
  }
}
