package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Move;
import dev.attune.engine.decision.PlacementRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a turn: exactly one move, and what goes with it. */
final class TurnReader {
  static final int LONGEST_MESSAGE = 2_000;
  private static final int LONGEST_NAME = 64;
  private static final Set<String> BESIDE = Set.of("turn", "placements");

  /** Every move by its key; each reader answers empty after naming a fault. */
  private static final Map<String, Function<Body, Optional<Move>>> MOVES = moves();

  private TurnReader() {}

  /** The turn; empty when the body has faults. */
  static Optional<TurnRequest> read(Body body, @Nullable String key) {
    List<String> named = body.json().fieldNames().stream().filter(MOVES::containsKey).toList();
    Integer turn = body.number("turn").orElse(null);
    List<PlacementRequest> placements = body.placements();
    if (named.size() != 1) {
      body.wrong("", "must hold exactly one of " + String.join(", ", MOVES.keySet()));
      return Optional.empty();
    }
    body.json().fieldNames().stream()
        .filter(name -> !MOVES.containsKey(name) && !BESIDE.contains(name))
        .forEach(name -> body.wrong("/" + name, "is not known here"));
    Optional<Move> move = Objects.requireNonNull(MOVES.get(named.get(0))).apply(body);
    if (!body.faults().isEmpty()) return Optional.empty();
    return move.map(one -> new TurnRequest(one, turn, key, placements));
  }

  private static Map<String, Function<Body, Optional<Move>>> moves() {
    Map<String, Function<Body, Optional<Move>>> moves = new LinkedHashMap<>();
    moves.put("text", body -> needed(body, "text", LONGEST_MESSAGE).map(Move.Say::new));
    moves.put("choose", TurnReader::choose);
    moves.put("skip", TurnReader::skip);
    moves.put("undo", body -> plain(body, "undo", new Move.Undo()));
    moves.put("remove", body -> needed(body, "remove", LONGEST_NAME).map(Move.Remove::new));
    moves.put("why", body -> plain(body, "why", new Move.Why()));
    moves.put("recap", body -> plain(body, "recap", new Move.ShowNoted()));
    moves.put("later", body -> plain(body, "later", new Move.Later()));
    moves.put("finish", body -> plain(body, "finish", new Move.Finish()));
    return moves;
  }

  private static Optional<String> needed(Body body, String name, int longest) {
    if (body.json().getValue(name) == null) body.wrong("/" + name, "is needed");
    return body.text(name, longest);
  }

  private static Optional<Move> choose(Body body) {
    if (body.json().getValue("choose") instanceof JsonObject choose
        && choose.getValue("field") instanceof String field) {
      Object value = choose.getValue("value");
      if (value instanceof JsonArray several) {
        return Optional.of(new Move.Choose(field, List.copyOf(several.getList())));
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean) {
        return Optional.of(new Move.Choose(field, value));
      }
    }
    body.wrong("/choose", "must be {\"field\": …, \"value\": …}");
    return Optional.empty();
  }

  private static Optional<Move> skip(Body body) {
    Object skip = body.json().getValue("skip");
    if (skip instanceof String field) return Optional.of(new Move.Skip(field));
    return plain(body, "skip", new Move.Skip(null));
  }

  private static Optional<Move> plain(Body body, String name, Move move) {
    if (Boolean.TRUE.equals(body.json().getValue(name))) return Optional.of(move);
    body.wrong("/" + name, "must be true");
    return Optional.empty();
  }
}
