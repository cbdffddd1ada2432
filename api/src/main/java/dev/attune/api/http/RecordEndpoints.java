package dev.attune.api.http;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.fact.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions that were made: one by its id, or a person's latest. */
public final class RecordEndpoints {
  private static final int MOST = 200;
  private static final int STANDARD = 50;

  private final DecisionRecorder recorder;

  public RecordEndpoints(DecisionRecorder recorder) {
    this.recorder = recorder;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.READ_DECISION, this::one);
    endpoints.put(Operation.LIST_DECISIONS, this::list);
  }

  private void one(Exchange exchange) {
    exchange.when(
        recorder.find(exchange.parameter("id")),
        made -> {
          if (made.isEmpty()) {
            exchange.refuse(Problem.notFound("No such decision, or it has expired."));
          } else {
            exchange.answer(200, json -> new RecordWriter(json).whole(made.get()));
          }
        });
  }

  private void list(Exchange exchange) {
    Checked<PersonId> person = PersonIds.ofPath(exchange);
    Integer limit = limit(exchange.query("limit"));
    if (person.problem() != null) {
      exchange.refuse(person.problem());
    } else if (limit == null) {
      exchange.refuse(Problem.badParameter("limit is a number from 1 to " + MOST));
    } else {
      exchange.when(
          recorder.byPerson(person.get(), limit),
          made ->
              exchange.answer(
                  200,
                  json -> {
                    json.writeStartObject();
                    json.writeArrayFieldStart("decisions");
                    for (DecisionRecord each : made) new RecordWriter(json).summary(each);
                    json.writeEndArray();
                    json.writeEndObject();
                  }));
    }
  }

  private static @Nullable Integer limit(@Nullable String given) {
    if (given == null) return STANDARD;
    if (!given.matches("[0-9]{1,4}")) return null;
    int limit = Integer.parseInt(given);
    return limit >= 1 && limit <= MOST ? limit : null;
  }
}
