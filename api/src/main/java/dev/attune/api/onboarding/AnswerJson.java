package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Change;
import dev.attune.api.onboarding.dialogue.Choices;
import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Intent;
import dev.attune.api.onboarding.dialogue.Line;
import dev.attune.api.onboarding.dialogue.Noted;
import dev.attune.api.onboarding.dialogue.Offer;
import dev.attune.api.onboarding.dialogue.Slot;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.vocabulary.Field;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The wire form of answers: what changed, what is noted, what is asked, what is shown. */
final class AnswerJson {
  private final Answer answer;

  AnswerJson(Answer answer) {
    this.answer = answer;
  }

  JsonObject whole() {
    Conversation now = answer.step().next();
    JsonObject whole =
        new JsonObject()
            .put("session", now.session())
            .put("state", now.phase().wire())
            .put("turn", now.turn())
            .put("say", answer.say())
            .put("facts", facts())
            .put("ask", ask().orElse(null))
            .put("noted", noted())
            .put("fields", fields());
    if (answer.decision() != null) whole.put("decision", DecisionJson.of(answer.decision()));
    return whole;
  }

  /** What this turn changed. */
  JsonArray facts() {
    JsonArray facts = new JsonArray();
    for (Change change : answer.step().changes()) {
      Noted now = change.now();
      JsonObject fact = now == null ? new JsonObject() : noted(now);
      fact.put("field", change.field()).put("change", now == null ? "removed" : "set");
      Noted before = change.before();
      if (before != null) fact.put("before", value(before.value()));
      facts.add(fact);
    }
    return facts;
  }

  /** The open question; empty when none is. */
  Optional<JsonObject> ask() {
    Intent intent = answer.step().intent();
    if (intent instanceof Intent.Ask ask) return question(ask.field(), ask.offers(), "open");
    if (intent instanceof Intent.Explain why) return question(why.field(), why.offers(), "open");
    if (intent instanceof Intent.Confirm confirm) {
      String doubt = confirm.doubt().name().toLowerCase(Locale.ROOT);
      return question(confirm.field(), confirm.offers(), doubt);
    }
    return Optional.empty();
  }

  private Optional<JsonObject> question(String name, List<Offer> offers, String doubt) {
    Field field = answer.fields().get(name);
    if (field == null) return Optional.empty();
    List<Object> offered = offers.stream().map(Offer::value).toList();
    List<Offer> others =
        Choices.all(field).stream().filter(offer -> !offered.contains(offer.value())).toList();
    return Optional.of(
        new JsonObject()
            .put("field", name)
            .put("label", field.label())
            .put("question", answer.phraser().question(field))
            .put("why", answer.phraser().why(field))
            .put("doubt", doubt)
            .put("choices", offers(offers))
            .put("others", offers(others))
            .put("skip", true));
  }

  private JsonArray noted() {
    JsonArray noted = new JsonArray();
    answer
        .step()
        .next()
        .noted()
        .forEach(
            (name, value) -> {
              Field field = answer.fields().get(name);
              if (field != null)
                noted.add(noted(value).put("field", name).put("label", field.label()));
            });
    return noted;
  }

  /** Every field with what it may hold, so that a form can be made of it. */
  private JsonArray fields() {
    JsonArray fields = new JsonArray();
    for (Field field : answer.fields().values()) {
      Slot slot = answer.step().next().slot(field.name());
      fields.add(
          new JsonObject()
              .put("field", field.name())
              .put("type", field.type().name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .put("label", field.label())
              .put("state", slot.getClass().getSimpleName().toLowerCase(Locale.ROOT))
              .put("values", offers(Choices.all(field))));
    }
    return fields;
  }

  private JsonObject noted(Noted noted) {
    return new JsonObject()
        .put("value", value(noted.value()))
        .put("text", answer.phraser().value(noted.value()))
        .put("quote", noted.quote())
        .put("turn", noted.turn())
        .put("method", noted.method())
        .put("confidence", Provenance.told(noted.confidence()))
        .put("packVersion", noted.packVersion())
        .put("at", noted.at().toString());
  }

  static JsonArray lines(Conversation now) {
    JsonArray lines = new JsonArray();
    for (Line line : now.lines()) {
      lines.add(
          new JsonObject()
              .put("by", line.byPerson() ? "person" : "attune")
              .put("turn", line.turn())
              .put("text", line.text()));
    }
    return lines;
  }

  private JsonArray offers(List<Offer> offers) {
    JsonArray list = new JsonArray();
    for (Offer offer : offers) {
      list.add(
          new JsonObject()
              .put("value", value(offer.value()))
              .put("label", answer.phraser().value(offer.value())));
    }
    return list;
  }

  private static Object value(Object value) {
    if (value instanceof Collection<?> several) return new JsonArray(List.copyOf(several));
    if (value instanceof LocalDate date) return date.toString();
    return Objects.requireNonNull(value);
  }
}
