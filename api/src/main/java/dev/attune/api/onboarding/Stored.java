package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.engine.profile.ConversationStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with its last answer, so that a turn sent twice is answered twice and taken once.
 *
 * @param last null before the first turn
 */
record Stored(Conversation conversation, @Nullable Last last) {
  /**
   * The last turn taken.
   *
   * @param key the caller's idempotency key; null when there was none
   * @param digest of what the turn said
   */
  record Last(@Nullable String key, int turn, String digest, JsonObject answer) {}

  /** The last answer, when the request is the last turn once more. */
  Optional<JsonObject> again(TurnRequest request) {
    return last != null && isLast(request, last) && last.digest().equals(digest(request))
        ? Optional.of(last.answer())
        : Optional.empty();
  }

  /** Whether the request's key was used for another turn. */
  boolean reusesKey(TurnRequest request) {
    return last != null
        && request.key() != null
        && request.key().equals(last.key())
        && !last.digest().equals(digest(request));
  }

  /** Whether the request's number is not the next one. */
  boolean isOutOfTurn(TurnRequest request) {
    return request.turn() != null && request.turn() != conversation.turn() + 1;
  }

  private static boolean isLast(TurnRequest request, Last last) {
    if (request.key() != null) return request.key().equals(last.key());
    return request.turn() != null && request.turn() == last.turn();
  }

  Stored answered(TurnRequest request, Conversation next, JsonObject answer) {
    return new Stored(next, new Last(request.key(), next.turn(), digest(request), answer));
  }

  ConversationStore.Stored text() {
    JsonObject state = new JsonObject().put("conversation", ConversationJson.state(conversation));
    if (last != null) {
      state.put(
          "last",
          new JsonObject()
              .put("key", last.key())
              .put("turn", last.turn())
              .put("digest", last.digest())
              .put("answer", last.answer()));
    }
    return new ConversationStore.Stored(
        state.encode(), ConversationJson.transcript(conversation).encode());
  }

  static Stored of(ConversationStore.Stored text) {
    JsonObject state = new JsonObject(text.state());
    JsonArray transcript =
        text.transcript().isEmpty() ? new JsonArray() : new JsonArray(text.transcript());
    Conversation conversation =
        ConversationJson.conversation(state.getJsonObject("conversation"), transcript);
    JsonObject last = state.getJsonObject("last");
    return new Stored(conversation, last == null ? null : last(last));
  }

  private static Last last(JsonObject json) {
    return new Last(
        json.getString("key"),
        json.getInteger("turn"),
        json.getString("digest"),
        json.getJsonObject("answer"));
  }

  /** So that nobody's words are kept for the comparison. */
  private static String digest(TurnRequest request) {
    try {
      byte[] move = request.move().toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(move));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
