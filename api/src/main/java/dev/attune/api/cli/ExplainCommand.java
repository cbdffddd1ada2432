package dev.attune.api.cli;

import dev.attune.api.cli.ServerClient.Reply;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attune explain}: why a decision came out as it did, in plain words. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Says in plain words what a decision chose and why, and what everything else was stopped by.",
      "With an action, also the smallest change of facts that would have turned its verdict.",
      "",
      "The id of a decision is the \"decisionId\" of its answer; a person's latest are at",
      "GET /v1/people/PERSON/decisions.",
      ""
    })
public final class ExplainCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DECISION", description = "the decision's id")
  private String decision = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "an action that was shown or not, e.g. try-tone-suggestions")
  private @Nullable String action;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "ITEM",
      description = "the item, where the action stands for each, e.g. lead/l-1")
  private @Nullable String item;

  @Mixin private ServerArgument server = new ServerArgument();
  @Spec private CommandSpec spec;

  /** 0 when there is an explanation, 1 when there is none. */
  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ServerClient client = server.client();
    String path = "/v1/decisions/" + ServerClient.part(decision);
    Reply made = client.get(path);
    if (!(made instanceof Reply.Given given)) return refused(made);
    Reply why = client.get(path + "/why" + asked());
    if (!(why instanceof Reply.Given explained)) return refused(why);
    new ExplanationText(given.body(), explained.body(), out).print();
    out.flush();
    return 0;
  }

  private String asked() {
    if (action == null) return "";
    String about = item == null ? "" : "&item=" + ServerClient.part(item);
    return "?action=" + ServerClient.part(action) + about;
  }

  private int refused(Reply reply) {
    PrintWriter err = spec.commandLine().getErr();
    if (reply instanceof Reply.Refused refused) err.println(refused.words());
    err.flush();
    return 1;
  }
}
