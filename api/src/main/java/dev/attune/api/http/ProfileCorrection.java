package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.engine.event.FieldValue;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code PATCH …/profile}: what the person says about themselves, by field; null takes a
 * value back.
 */
final class ProfileCorrection {
  private static final ObjectMapper TREES = new ObjectMapper();

  private ProfileCorrection() {}

  static Checked<List<Change>> read(byte[] body, Vocabulary vocabulary, Instant now) {
    Checked<JsonNode> tree = Json.tree(body);
    if (tree.problem() != null) return Checked.refused(tree.problem());
    if (!tree.get().isObject() || tree.get().isEmpty()) {
      return Checked.refused(
          Problem.invalid("", "an object such as {\"role\": \"student\"} is needed"));
    }
    Provenance said = new Provenance(Source.DECLARED, now, null, null, "api", null, null);
    List<Change> changes = new ArrayList<>();
    Faults faults = new Faults();
    Iterator<Map.Entry<String, JsonNode>> members = tree.get().fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      add(member.getKey(), member.getValue(), vocabulary, said, changes, faults);
    }
    Problem problem = faults.problem();
    return problem == null ? Checked.good(changes) : Checked.refused(problem);
  }

  /**
   * The first field that people are not asked for; null when there is none.
   *
   * @param changes null when the correction was refused
   */
  static @Nullable String notAsked(@Nullable List<Change> changes, Vocabulary vocabulary) {
    if (changes == null) return null;
    for (Change change : changes) {
      if (!(change instanceof Change.Learnt learnt)) continue;
      Field field = vocabulary.profile().get(learnt.field());
      if (field != null && !field.isAsked()) return learnt.field();
    }
    return null;
  }

  private static void add(
      String name,
      JsonNode json,
      Vocabulary vocabulary,
      Provenance said,
      List<Change> changes,
      Faults faults) {
    Field field = vocabulary.profile().get(name);
    String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
    if (field == null) {
      faults.add(
          pointer,
          "the vocabulary declares no profile field \""
              + name
              + "\"."
              + Nearest.maybe(name, vocabulary.profile().keySet()));
    } else if (json.isNull()) {
      changes.add(new Change.Learnt(name, null, said));
    } else {
      Optional<Object> value = FieldValue.of(field, TREES.convertValue(json, Object.class));
      if (value.isPresent()) {
        changes.add(new Change.Learnt(name, value.get(), said));
      } else {
        faults.add(pointer, VisitReader.needed(field));
      }
    }
  }
}
