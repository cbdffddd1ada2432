package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Move;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A submitted form as the moves it stands for. */
record FormFields(Map<String, List<String>> values) {
  private static final String TEXT = "text";
  private static final String REMOVE = "remove";
  private static final int MOST = 200;

  static FormFields read(String body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : List.of(body.split("&", MOST))) {
      int equals = pair.indexOf('=');
      if (equals < 1) continue;
      values
          .computeIfAbsent(decoded(pair.substring(0, equals)), unseen -> new ArrayList<>())
          .add(decoded(pair.substring(equals + 1)).strip());
    }
    return new FormFields(values);
  }

  Optional<String> first(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * What is said in words comes first, so that a chosen value wins; removals come last. A value
   * that stands already is no move, so that it keeps its quote.
   *
   * @param view the conversation the form was made of
   */
  List<Move> moves(JsonObject view) {
    List<Move> moves = new ArrayList<>();
    first(TEXT)
        .filter(text -> !text.isEmpty() && text.length() <= TurnReader.LONGEST_MESSAGE)
        .ifPresent(text -> moves.add(new Move.Say(text)));
    List<String> removed = values.getOrDefault(REMOVE, List.of());
    for (Object one : view.getJsonArray("fields")) {
      JsonObject field = (JsonObject) one;
      String name = field.getString("field");
      List<String> chosen =
          values.getOrDefault(name, List.of()).stream().filter(text -> !text.isEmpty()).toList();
      List<String> held = PlainForm.held(view, field).stream().map(PlainForm::shown).toList();
      boolean same = Set.copyOf(chosen).equals(Set.copyOf(held));
      if (chosen.isEmpty() || same || removed.contains(name)) continue;
      boolean several = field.getString("type").equals("many-of");
      moves.add(new Move.Choose(name, several ? chosen : chosen.get(0)));
    }
    removed.forEach(field -> moves.add(new Move.Remove(field)));
    return moves;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
