package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Doubt;
import dev.attune.api.onboarding.dialogue.Line;
import dev.attune.api.onboarding.dialogue.Noted;
import dev.attune.api.onboarding.dialogue.Offer;
import dev.attune.api.onboarding.dialogue.Phase;
import dev.attune.api.onboarding.dialogue.Slot;
import dev.attune.engine.fact.PersonId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation as stored text and back. */
final class ConversationJson {
  private ConversationJson() {}

  static JsonObject state(Conversation conversation) {
    JsonArray undo = new JsonArray();
    conversation.undo().forEach(slots -> undo.add(slots(slots)));
    return new JsonObject()
        .put("session", conversation.session())
        .put("anonymous", conversation.person().anonymous())
        .put("person", conversation.person().value())
        .put("phase", conversation.phase().name())
        .put("turn", conversation.turn())
        .put("questions", conversation.questions())
        .put("asking", conversation.asking())
        .put("slots", slots(conversation.slots()))
        .put("undo", undo)
        .put("reviewed", new JsonArray(List.copyOf(conversation.reviewed())));
  }

  static JsonArray transcript(Conversation conversation) {
    JsonArray lines = new JsonArray();
    for (Line line : conversation.lines()) {
      lines.add(new JsonArray().add(line.byPerson()).add(line.turn()).add(line.text()));
    }
    return lines;
  }

  static Conversation conversation(JsonObject state, JsonArray transcript) {
    List<Map<String, Slot>> undo = new ArrayList<>();
    state.getJsonArray("undo").forEach(slots -> undo.add(slots((JsonObject) slots)));
    Set<String> reviewed = new LinkedHashSet<>();
    state.getJsonArray("reviewed").forEach(field -> reviewed.add((String) field));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < transcript.size(); i++) {
      JsonArray line = transcript.getJsonArray(i);
      lines.add(new Line(line.getBoolean(0), line.getInteger(1), line.getString(2)));
    }
    return new Conversation(
        state.getString("session"),
        new PersonId(state.getBoolean("anonymous"), state.getString("person")),
        Phase.valueOf(state.getString("phase")),
        state.getInteger("turn"),
        state.getInteger("questions"),
        state.getString("asking"),
        slots(state.getJsonObject("slots")),
        List.copyOf(undo),
        reviewed,
        List.copyOf(lines));
  }

  private static JsonObject slots(Map<String, Slot> slots) {
    JsonObject json = new JsonObject();
    slots.forEach((field, slot) -> json.put(field, slot(slot)));
    return json;
  }

  private static Map<String, Slot> slots(JsonObject json) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    json.fieldNames().forEach(field -> slots.put(field, slot(json.getJsonObject(field))));
    return slots;
  }

  private static JsonObject slot(Slot slot) {
    JsonObject json = new JsonObject().put("asks", slot.asks());
    if (slot instanceof Slot.Open) return json.put("is", "open");
    if (slot instanceof Slot.Asked asked) {
      return json.put("is", "asked").put("offers", offers(asked.offers()));
    }
    if (slot instanceof Slot.Declined) return json.put("is", "declined");
    if (slot instanceof Slot.Filled filled) {
      return json.put("is", "filled").put("noted", noted(filled.value()));
    }
    Slot.Confirming confirming = (Slot.Confirming) slot;
    json.put("is", "confirming")
        .put("doubt", confirming.doubt().name())
        .put("offers", offers(confirming.offers()));
    Noted kept = confirming.kept();
    return kept == null ? json : json.put("noted", noted(kept));
  }

  private static JsonArray offers(List<Offer> offers) {
    JsonArray stored = new JsonArray();
    for (Offer offer : offers) {
      stored.add(new JsonArray().add(StoredValue.write(offer.value())).add(offer.label()));
    }
    return stored;
  }

  private static List<Offer> offers(JsonArray stored) {
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < stored.size(); i++) {
      JsonArray offer = stored.getJsonArray(i);
      offers.add(new Offer(StoredValue.read(offer.getValue(0)), offer.getString(1)));
    }
    return List.copyOf(offers);
  }

  private static Slot slot(JsonObject json) {
    int asks = json.getInteger("asks");
    return switch (json.getString("is")) {
      case "open" -> new Slot.Open(asks);
      case "asked" -> new Slot.Asked(asks, offers(json.getJsonArray("offers", new JsonArray())));
      case "declined" -> new Slot.Declined(asks);
      case "filled" -> new Slot.Filled(asks, noted(json.getJsonObject("noted")));
      case "confirming" -> confirming(asks, json, json.getJsonObject("noted"));
      default -> throw new IllegalStateException("stored slot " + json.getString("is"));
    };
  }

  private static Slot confirming(int asks, JsonObject json, @Nullable JsonObject kept) {
    return new Slot.Confirming(
        asks,
        Doubt.valueOf(json.getString("doubt")),
        offers(json.getJsonArray("offers")),
        kept == null ? null : noted(kept));
  }

  private static JsonObject noted(Noted noted) {
    return new JsonObject()
        .put("value", StoredValue.write(noted.value()))
        .put("quote", noted.quote())
        .put("turn", noted.turn())
        .put("method", noted.method())
        .put("confidence", noted.confidence())
        .put("pack", noted.packVersion())
        .put("at", noted.at().toString());
  }

  private static Noted noted(JsonObject json) {
    return new Noted(
        StoredValue.read(json.getValue("value")),
        json.getString("quote"),
        json.getInteger("turn"),
        json.getString("method"),
        json.getDouble("confidence"),
        json.getString("pack"),
        Instant.parse(json.getString("at")));
  }
}
