package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.attune.engine.action.Placement;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code POST /v1/decisions} as a stream, since every decision passes here. Used once. */
final class DecisionRequestReader {
  private static final int MOST_PLACEMENTS = 32;
  private static final int LARGEST_LIMIT = 100;
  private static final int MOST_AVAILABLE = 200;
  private static final int LONGEST_ACTION = 128;
  private static final List<String> MEMBERS =
      List.of("userId", "anonymousId", "placements", "context", "explain", "dryRun");
  private static final List<String> PLACEMENT_MEMBERS = List.of("id", "limit", "available");

  private final JsonParser json;
  private final Map<String, Placement> declared;
  private final Vocabulary vocabulary;
  private final Faults faults = new Faults();
  private final List<PlacementRequest> placements = new ArrayList<>(4);
  private @Nullable String userId;
  private @Nullable String anonymousId;
  private VisitContext visit = VisitContext.EMPTY;
  private boolean explain;
  private boolean dryRun;
  private boolean sawPlacements;

  private DecisionRequestReader(
      JsonParser json, Map<String, Placement> declared, Vocabulary vocabulary) {
    this.json = json;
    this.declared = declared;
    this.vocabulary = vocabulary;
  }

  static Checked<DecisionRequest> read(
      byte[] body, Map<String, Placement> declared, Vocabulary vocabulary) {
    if (!Utf8.isValid(body)) return Checked.refused(Json.notUtf8());
    try (JsonParser json = Json.parser(body)) {
      return read(json, declared, vocabulary);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Checked<DecisionRequest> read(
      JsonParser json, Map<String, Placement> declared, Vocabulary vocabulary) throws IOException {
    try {
      return new DecisionRequestReader(json, declared, vocabulary).read();
    } catch (JsonProcessingException notJson) {
      return Checked.refused(Json.notJson(notJson, json));
    }
  }

  private Checked<DecisionRequest> read() throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return Checked.refused(Problem.invalid("", "an object is needed"));
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      member(name);
    }
    if (json.nextToken() != null) faults.add("", "there is more after the end of the JSON value");
    if (!sawPlacements) faults.add("/placements", "at least one placement is needed");
    PersonId person = person();
    Problem problem = faults.problem();
    return person == null || problem != null
        ? Checked.refused(problem == null ? Problem.invalid("", "a person is needed") : problem)
        : Checked.good(
            new DecisionRequest(person, List.copyOf(placements), visit, explain, dryRun));
  }

  private void member(String name) throws IOException {
    switch (name) {
      case "userId" -> userId = id();
      case "anonymousId" -> anonymousId = id();
      case "placements" -> placements();
      case "context" -> visit = VisitReader.read(json, vocabulary.visit(), faults);
      case "explain" -> explain = flag();
      case "dryRun" -> dryRun = flag();
      default -> faults.unknown(json, name, MEMBERS);
    }
  }

  private @Nullable String id() throws IOException {
    if (json.nextToken() != JsonToken.VALUE_STRING) {
      wrong("a text is needed");
      return null;
    }
    String id = json.getText();
    String fault = PersonId.fault(id);
    if (fault != null) faults.here(json, fault);
    return fault == null ? id : null;
  }

  private boolean flag() throws IOException {
    JsonToken token = json.nextToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      wrong("true or false is needed");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  private void placements() throws IOException {
    sawPlacements = true;
    if (json.nextToken() != JsonToken.START_ARRAY) {
      wrong("an array is needed");
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        placement();
      } else {
        wrong("an object such as {\"id\": \"home.grid\"} is needed");
      }
    }
    if (placements.isEmpty() && faults.isEmpty()) {
      faults.add("/placements", "at least one placement is needed");
    }
    if (placements.size() > MOST_PLACEMENTS) {
      faults.add("/placements", "at most 32 placements are decided in one request");
    }
  }

  private void placement() throws IOException {
    String pointer = json.getParsingContext().pathAsPointer().toString();
    String id = null;
    Integer limit = null;
    Set<String> available = null;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      switch (name) {
        case "id" -> id = declaredPlacement();
        case "limit" -> limit = limit();
        case "available" -> available = available();
        default -> faults.unknown(json, name, PLACEMENT_MEMBERS);
      }
    }
    if (id == null) {
      if (faults.isEmpty()) faults.add(pointer + "/id", "the placement's id is needed");
    } else {
      placements.add(new PlacementRequest(id, limit, available));
    }
  }

  private @Nullable String declaredPlacement() throws IOException {
    if (json.nextToken() != JsonToken.VALUE_STRING) {
      wrong("a text is needed");
      return null;
    }
    String id = json.getText();
    if (!declared.containsKey(id)) {
      faults.here(json, "unknown placement \"" + id + "\"." + Nearest.maybe(id, declared.keySet()));
      return null;
    }
    if (placements.stream().anyMatch(other -> other.id().equals(id))) {
      faults.here(json, "placement \"" + id + "\" stands twice");
    }
    return id;
  }

  private @Nullable Integer limit() throws IOException {
    if (json.nextToken() == JsonToken.VALUE_NUMBER_INT
        && json.getNumberType() == JsonParser.NumberType.INT
        && json.getIntValue() >= 1
        && json.getIntValue() <= LARGEST_LIMIT) {
      return json.getIntValue();
    }
    wrong("a whole number from 1 to 100 is needed");
    return null;
  }

  /** The actions the app has something to show for; names it alone knows do no harm. */
  private @Nullable Set<String> available() throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      wrong("an array of ids of actions is needed");
      return null;
    }
    Set<String> available = new HashSet<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean good =
          json.currentToken() == JsonToken.VALUE_STRING
              && json.getTextLength() <= LONGEST_ACTION
              && !Surrogates.isHalved(json.getText());
      if (good) available.add(json.getText());
      else wrong("the id of an action, a well-formed text of at most 128 characters, is needed");
      if (available.size() > MOST_AVAILABLE) {
        faults.here(json, "at most 200 actions are listed for one placement");
        available.clear();
      }
    }
    return Set.copyOf(available);
  }

  private @Nullable PersonId person() {
    if (userId != null && anonymousId != null) {
      faults.add("/anonymousId", "give userId or anonymousId, not both");
      return null;
    }
    if (userId != null) return PersonId.user(userId);
    if (anonymousId != null) return PersonId.anonymous(anonymousId);
    if (faults.isEmpty()) faults.add("", "userId or anonymousId is needed");
    return null;
  }

  /** A fault at this value, which is left out. */
  private void wrong(String detail) throws IOException {
    faults.here(json, detail);
    json.skipChildren();
  }
}
