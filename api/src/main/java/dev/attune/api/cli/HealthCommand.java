package dev.attune.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.cli.ServerClient.Reply;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code attune health}: what is wrong with the live rules, from what they did. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Says what is wrong with a server's live rules, told from the decisions of the last 30 days:",
      "rules that never matched, always lost or were always capped, that fell silent, that need",
      "facts nobody has, that are over, that split people for nothing, that nobody touched for 90",
      "days; and placements no app asks for. Each comes with its proof.",
      "",
      "It says nothing of what it has not seen often enough.",
      ""
    })
public final class HealthCommand implements Callable<Integer> {
  @Mixin private ServerArgument server = new ServerArgument();
  @Spec private CommandSpec spec;

  /** 0 when all is well, 1 when something is wrong or cannot be told. */
  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Reply reply = server.client().get("/v1/health/rules");
    if (reply instanceof Reply.Refused refused) {
      err.println(refused.words());
      err.flush();
      return 1;
    }
    JsonNode report = ((Reply.Given) reply).body();
    JsonNode findings = report.path("findings");
    findings.forEach(finding -> print(finding, out));
    out.printf(
        "%d placements decided since %s: %s%n",
        report.path("asked").asLong(),
        report.path("from").asText(),
        findings.isEmpty() ? "nothing wrong" : findings.size() + " findings");
    out.flush();
    return findings.isEmpty() ? 0 : 1;
  }

  private static void print(JsonNode finding, PrintWriter out) {
    out.printf(
        "%s: %s: \"%s\"%n",
        finding.path("place").asText(),
        finding.path("label").asText(),
        finding.path("subject").asText());
    out.printf("  proof:  %s%n", finding.path("proof").asText());
    out.printf("  do:     %s%n%n", finding.path("advice").asText());
  }
}
