package dev.attune.api.onboarding;

import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.PlacementResult;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A decision as a screen needs it: what to show and because of what. */
final class DecisionJson {
  private DecisionJson() {}

  static JsonObject of(Decision decision) {
    JsonArray placements = new JsonArray();
    decision.placements().forEach(placement -> placements.add(placement(placement)));
    return new JsonObject()
        .put("decisionId", decision.id())
        .put("release", decision.release())
        .put("state", decision.state().wire())
        .put("placements", placements);
  }

  private static JsonObject placement(PlacementResult placement) {
    JsonArray choices = new JsonArray();
    placement.choices().forEach(choice -> choices.add(choice(choice)));
    JsonObject json = new JsonObject().put("id", placement.placement()).put("choices", choices);
    if (!placement.choices().isEmpty()) return json;
    List<Map<String, Object>> fallback = placement.fallback();
    return json.put("fallback", new JsonArray(fallback.stream().map(JsonObject::new).toList()));
  }

  private static JsonObject choice(Choice choice) {
    return new JsonObject()
        .put("action", choice.action())
        .put("kind", choice.kind().name().toLowerCase(Locale.ROOT))
        .put("content", new JsonObject(choice.content()))
        .put("with", new JsonObject(choice.with()))
        .put("because", choice.because())
        .put("score", choice.score())
        .put("rank", choice.rank())
        .put("expiresAt", choice.expiresAt().toString());
  }
}
