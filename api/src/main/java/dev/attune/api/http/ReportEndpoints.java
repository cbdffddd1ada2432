package dev.attune.api.http;

import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.decision.ExposureIntake;
import dev.attune.engine.decision.Receipt;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/exposures} and {@code /v1/outcomes}: what a person perceived and did. A
 * decision's id cannot be guessed, so whoever holds it may report on it.
 */
public final class ReportEndpoints {
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_ACTION = 128;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_ITEM = 1_100;

  private final ExposureIntake intake;

  public ReportEndpoints(ExposureIntake intake) {
    this.intake = intake;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.REPORT_EXPOSURE, this::exposure);
    endpoints.put(Operation.REPORT_OUTCOME, this::outcome);
  }

  private void exposure(Exchange exchange) {
    Checked<Fields> body = Fields.of(exchange.body());
    if (body.problem() != null) {
      exchange.refuse(body.problem());
      return;
    }
    Fields fields = body.get();
    String decision = fields.text("decisionId", LONGEST_ID);
    String action = fields.text("action", LONGEST_ACTION);
    @Nullable String item = fields.optionalText("item", LONGEST_ITEM);
    Problem problem = fields.problem("type");
    if (problem != null) {
      exchange.refuse(problem);
    } else {
      report(exchange, intake.exposed(decision, action, item));
    }
  }

  private void outcome(Exchange exchange) {
    Checked<Fields> body = Fields.of(exchange.body());
    if (body.problem() != null) {
      exchange.refuse(body.problem());
      return;
    }
    Fields fields = body.get();
    String decision = fields.text("decisionId", LONGEST_ID);
    String action = fields.text("action", LONGEST_ACTION);
    @Nullable String item = fields.optionalText("item", LONGEST_ITEM);
    @Nullable ReactionType type = fields.constant("type", ReactionType.class);
    @Nullable String reason = fields.optionalText("reason", LONGEST_REASON);
    if (type == ReactionType.OVERRIDDEN && fields.node("reason") == null)
      fields.fault("reason", "is needed: why it was decided otherwise");
    Problem problem = fields.problem();
    if (problem != null || type == null) {
      exchange.refuse(problem == null ? Problem.invalid("/type", "is needed") : problem);
    } else {
      report(exchange, intake.reacted(decision, action, item, type, reason));
    }
  }

  private static void report(Exchange exchange, CompletionStage<Receipt> reported) {
    exchange.when(
        reported,
        receipt -> {
          switch (receipt) {
            case COUNTED -> counted(exchange, true);
            case ALREADY_COUNTED -> counted(exchange, false);
            case UNKNOWN_DECISION ->
                exchange.refuse(Problem.notFound("No such decision, or it has expired."));
            case NOT_CHOSEN ->
                exchange.refuse(
                    Problem.conflict(
                        "The decision did not choose that action, or not for that item."));
            case WHICH_ITEM ->
                exchange.refuse(
                    Problem.invalid("/item", "is needed: the action was chosen for several items"));
          }
        });
  }

  private static void counted(Exchange exchange, boolean now) {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("receipt", now ? "counted" : "already-counted");
          json.writeEndObject();
        });
  }
}
