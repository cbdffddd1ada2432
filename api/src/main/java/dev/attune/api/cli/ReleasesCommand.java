package dev.attune.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.cli.ServerOption.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code attune releases [NUMBER]}. */
@Command(
    name = "releases",
    description = {
      "Lists the last 20 releases of a running server, or says what one of them changed.",
      "",
      "  attune releases        what was published, by whom, why",
      "  attune releases 7      what release 7 changed over release 6",
      "  attune releases ID     the same, by the id decisions name"
    },
    mixinStandardHelpOptions = true)
final class ReleasesCommand extends ReleaseCommand {
  @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "the release to look at")
  private @Nullable String number;

  @Override
  int run(ServerOption server, PrintWriter out) throws IOException, InterruptedException {
    Reply reply = server.get(number == null ? "/v1/releases" : "/v1/releases/" + number);
    if (!reply.isGood()) {
      reply.explain(out);
      return 1;
    }
    if (number == null) {
      reply.json().path("releases").forEach(each -> tell(each, out));
    } else {
      tell(reply.json(), out);
      reply.changes(out);
    }
    return 0;
  }

  private static void tell(JsonNode release, PrintWriter out) {
    out.printf(
        "%s %4d  %s  %s  %-8s  %s  %s%n",
        release.path("live").asBoolean() ? "*" : " ",
        release.path("number").asLong(),
        release.path("id").asText(),
        release.path("at").asText(),
        release.path("origin").asText(),
        release.path("author").asText(),
        release.path("message").asText());
  }
}
