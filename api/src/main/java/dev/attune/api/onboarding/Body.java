package dev.attune.api.onboarding;

import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.text.Nearest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a request's body and gathers everything that is wrong with it. Used once. */
final class Body {
  /**
   * One thing wrong.
   *
   * @param pointer JSON pointer to it
   */
  record Fault(String pointer, String detail) {}

  private static final int MOST_PLACEMENTS = 20;

  private final JsonObject json;
  private final Set<String> declared;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param declared the ids of the placements there are
   */
  Body(JsonObject json, Set<String> declared) {
    this.declared = declared;
    this.json = json;
  }

  List<Fault> faults() {
    return faults;
  }

  JsonObject json() {
    return json;
  }

  void wrong(String pointer, String detail) {
    faults.add(new Fault(pointer, detail));
  }

  /** Names every key that is not in the list. */
  void only(Set<String> known) {
    for (String name : json.fieldNames()) {
      if (!known.contains(name)) wrong("/" + name, "is not known here");
    }
  }

  Optional<String> text(String name, int longest) {
    Object value = json.getValue(name);
    if (value == null) return Optional.empty();
    if (value instanceof String text && !text.isBlank() && text.length() <= longest) {
      return Optional.of(text);
    }
    wrong("/" + name, "must be text of 1 to " + longest + " characters");
    return Optional.empty();
  }

  /** What names a person. */
  Optional<String> id(String name) {
    Object value = json.getValue(name);
    if (value == null) return Optional.empty();
    String fault = value instanceof String id ? PersonId.fault(id) : "must be text";
    if (fault == null) return Optional.of((String) value);
    wrong("/" + name, fault);
    return Optional.empty();
  }

  Optional<Boolean> flag(String name) {
    Object value = json.getValue(name);
    if (value == null) return Optional.empty();
    if (value instanceof Boolean flag) return Optional.of(flag);
    wrong("/" + name, "must be true or false");
    return Optional.empty();
  }

  Optional<Integer> number(String name) {
    Object value = json.getValue(name);
    if (value == null) return Optional.empty();
    if (value instanceof Integer number && number > 0) return Optional.of(number);
    wrong("/" + name, "must be a whole number from 1");
    return Optional.empty();
  }

  List<PlacementRequest> placements() {
    Object value = json.getValue("placements");
    if (value == null) return List.of();
    if (!(value instanceof JsonArray array) || array.size() > MOST_PLACEMENTS) {
      wrong("/placements", "must be a list of at most " + MOST_PLACEMENTS + " placements");
      return List.of();
    }
    List<PlacementRequest> placements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String pointer = "/placements/" + i;
      placement(array.getValue(i), pointer)
          .filter(one -> isGood(one.id(), placements, pointer + "/id"))
          .ifPresent(placements::add);
    }
    return List.copyOf(placements);
  }

  private boolean isGood(String id, List<PlacementRequest> before, String pointer) {
    if (!declared.contains(id)) {
      wrong(pointer, "unknown placement \"" + id + "\"." + Nearest.maybe(id, declared));
    } else if (before.stream().anyMatch(other -> other.id().equals(id))) {
      wrong(pointer, "placement \"" + id + "\" stands twice");
    } else {
      return true;
    }
    return false;
  }

  private Optional<PlacementRequest> placement(@Nullable Object value, String pointer) {
    if (value instanceof JsonObject one && one.getValue("id") instanceof String id) {
      Object limit = one.getValue("limit");
      if (limit == null) return Optional.of(new PlacementRequest(id, null));
      if (limit instanceof Integer most && most > 0) {
        return Optional.of(new PlacementRequest(id, most));
      }
    }
    wrong(pointer, "must be {\"id\": …} with an optional limit from 1");
    return Optional.empty();
  }
}
