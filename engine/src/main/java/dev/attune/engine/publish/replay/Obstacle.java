package dev.attune.engine.publish.replay;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.rule.Content;
import dev.attune.engine.vocabulary.Field;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a recorded decision has no meaning on another release. */
final class Obstacle {
  static final String UNREADABLE = "the record cannot be read";

  private Obstacle() {}

  /** In plain words; null when it can be replayed. */
  static @Nullable String of(DecisionRecord made, Content after) {
    for (PlacementRequest asked : made.asked()) {
      if (!after.placements().byId().containsKey(asked.id()))
        return "placement " + asked.id() + " is gone";
    }
    for (Map.Entry<String, Object> one : made.visit().values().entrySet()) {
      Field field = after.vocabulary().visit().get(one.getKey());
      if (field != null && !field.type().fits(one.getValue())) return retyped("visit", field);
    }
    for (Map.Entry<String, ProfileValue> one : made.known().profile().entrySet()) {
      Field field = after.vocabulary().profile().get(one.getKey());
      if (field != null && !field.type().fits(one.getValue().value()))
        return retyped("profile", field);
    }
    return null;
  }

  private static String retyped(String part, Field field) {
    String type = field.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return part + " field " + field.name() + " was recorded with another type than " + type;
  }
}
