package dev.attune.api.onboarding;

import dev.attune.api.onboarding.TurnOutcome.Answered;
import dev.attune.api.onboarding.dialogue.Move;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The conversation in a terminal. Blocks while it waits for a line or an answer. */
public final class ChatTerminal {
  private static final String HELP =
      "Write an answer or the number of a choice. Also: /skip /why /undo /recap /later /done"
          + " /remove FIELD";
  private static final Map<String, Move> COMMANDS =
      Map.of(
          "/skip", new Move.Skip(null),
          "/why", new Move.Why(),
          "/undo", new Move.Undo(),
          "/recap", new Move.ShowNoted(),
          "/later", new Move.Later(),
          "/done", new Move.Finish());

  private final OnboardingService service;
  private final BufferedReader in;
  private final PrintWriter out;
  private boolean showsAll;

  public ChatTerminal(OnboardingService service, BufferedReader in, PrintWriter out) {
    this.service = service;
    this.in = in;
    this.out = out;
  }

  /** Talks until the person is done, puts it off, or ends the input. */
  public void talk(Opening opening) throws IOException {
    out.println(HELP);
    JsonObject answer = done(service.open(opening).toCompletableFuture().join(), new JsonObject());
    show(answer);
    while (!isOver(answer)) {
      out.print("> ");
      out.flush();
      String line = in.readLine();
      if (line == null) break;
      if (line.isBlank()) continue;
      if (wantsAll(answer, line.strip())) {
        showsAll = true;
        offer(answer);
        continue;
      }
      answer = take(answer, line.strip());
      showsAll = false;
      show(answer);
    }
    out.flush();
  }

  private JsonObject take(JsonObject before, String line) {
    TurnRequest turn = new TurnRequest(move(before, line), null, null, List.of());
    return done(
        service
            .take(before.getString("session"), turn, Relay.NONE, person -> true)
            .toCompletableFuture()
            .join(),
        before);
  }

  /** The answer; the state before with the reason when the turn was not taken. */
  private static JsonObject done(TurnOutcome outcome, JsonObject before) {
    if (outcome instanceof Answered answered) return answered.answer();
    String detail = ((TurnOutcome.Refused) outcome).reason().detail();
    return before.copy().put("say", detail).put("facts", new JsonArray());
  }

  private Move move(JsonObject before, String line) {
    Move command = COMMANDS.get(line.toLowerCase(Locale.ROOT));
    if (command != null) return command;
    if (line.startsWith("/remove ")) return new Move.Remove(line.substring(8).strip());
    return chosen(before, line).orElseGet(() -> new Move.Say(line));
  }

  private Optional<Move> chosen(JsonObject before, String line) {
    JsonObject ask = before.getJsonObject("ask");
    if (ask == null || !line.matches("\\d{1,2}")) return Optional.empty();
    int number = Integer.parseInt(line);
    List<JsonObject> choices = choices(ask);
    if (number < 1 || number > choices.size()) return Optional.empty();
    Object value = choices.get(number - 1).getValue("value");
    return Optional.of(new Move.Choose(ask.getString("field"), value));
  }

  private void show(JsonObject answer) {
    for (Object one : answer.getJsonArray("facts")) {
      JsonObject fact = (JsonObject) one;
      boolean removed = fact.getString("change").equals("removed");
      out.println(
          removed
              ? "  - " + fact.getString("field")
              : "  + "
                  + fact.getString("field")
                  + ": "
                  + fact.getString("text")
                  + "  “"
                  + fact.getString("quote")
                  + "”");
    }
    out.println(answer.getString("say"));
    offer(answer);
  }

  private void offer(JsonObject answer) {
    JsonObject ask = answer.getJsonObject("ask");
    if (ask == null) return;
    List<JsonObject> choices = choices(ask);
    for (int i = 0; i < choices.size(); i++) {
      out.println("  " + (i + 1) + " " + choices.get(i).getString("label"));
    }
    if (hasMore(ask)) out.println("  " + (choices.size() + 1) + " Something else");
  }

  /** The number after the likely values stands for all others. */
  private boolean wantsAll(JsonObject before, String line) {
    JsonObject ask = before.getJsonObject("ask");
    return ask != null && hasMore(ask) && line.equals(String.valueOf(choices(ask).size() + 1));
  }

  private boolean hasMore(JsonObject ask) {
    return !showsAll && !ask.getJsonArray("others").isEmpty();
  }

  private List<JsonObject> choices(JsonObject ask) {
    List<JsonObject> choices = new ArrayList<>();
    ask.getJsonArray("choices").forEach(choice -> choices.add((JsonObject) choice));
    if (showsAll) ask.getJsonArray("others").forEach(other -> choices.add((JsonObject) other));
    return choices;
  }

  private static boolean isOver(JsonObject answer) {
    String state = answer.getString("state", "talking");
    return state.equals("done") || state.equals("later");
  }
}
