package dev.attune.api.onboarding;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a turn. */
public sealed interface TurnOutcome {
  /** The answer as it goes over the wire; the same again when the turn had been taken before. */
  record Answered(JsonObject answer) implements TurnOutcome {}

  /**
   * The turn was not taken and changed nothing.
   *
   * @param pointer JSON pointer to what is wrong with the body; null when nothing is
   */
  record Refused(Reason reason, @Nullable String pointer) implements TurnOutcome {}

  /** Why a turn is not taken. */
  enum Reason {
    UNKNOWN_SESSION(404, "There is no such conversation, or it is past its time."),
    BUSY(409, "Another turn of this conversation is under way."),
    OUT_OF_TURN(409, "The turn's number is not the next one of this conversation."),
    PERSON_ERASED(409, "The person was erased; only consent brings them back."),
    KEY_REUSED(422, "The idempotency key was used for another turn."),
    FULL(422, "The conversation has taken as many messages as it may; the buttons still work."),
    UNKNOWN_CHOICE(422, "The conversation has no such field, or the field no such value.");

    private final int status;
    private final String detail;

    Reason(int status, String detail) {
      this.status = status;
      this.detail = detail;
    }

    /** As an HTTP status. */
    public int status() {
      return status;
    }

    /** One sentence for a developer. */
    public String detail() {
      return detail;
    }

    /** The name on the wire, e.g. {@code out-of-turn}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
