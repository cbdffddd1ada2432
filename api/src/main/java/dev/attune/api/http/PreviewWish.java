package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.rule.Content;
import dev.attune.engine.scenario.Described;
import dev.attune.engine.text.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to look at on a draft: a result by its id, or what a person would get, who is
 * described or named by id.
 */
sealed interface PreviewWish {
  /**
   * A result.
   *
   * @param placement empty: in any that declares a ceiling
   */
  record OfResult(String id, Optional<String> placement) implements PreviewWish {}

  /**
   * A decision.
   *
   * @param person null: a real one, named in the request
   * @param request a decision request without those members that a preview decides itself
   */
  record OfPerson(@Nullable JsonNode person, ObjectNode request) implements PreviewWish {
    /** A request that reserves and records nothing, held against a draft. */
    Checked<DecisionRequest> request(Content content) {
      ObjectNode asked = request.deepCopy();
      if (person != null) asked.put("userId", Described.PERSON.value());
      asked.put("dryRun", true).put("explain", true);
      return DecisionRequestReader.read(
          asked.toString().getBytes(StandardCharsets.UTF_8),
          content.placements().byId(),
          content.vocabulary());
    }

    /** The described person, held against a draft. */
    Checked<Described> described(Content content) {
      Diagnostics diagnostics = new Diagnostics();
      String text = person == null ? "" : person.toPrettyString();
      Optional<Described> read = Described.read(text, content, diagnostics);
      if (read.isPresent()) return Checked.good(read.get());
      Faults faults = new Faults();
      diagnostics.sorted().forEach(each -> faults.add("/person", each.message()));
      Problem problem = faults.problem();
      return Checked.refused(problem == null ? Problem.invalid("/person", "is empty") : problem);
    }
  }

  static Checked<PreviewWish> read(byte[] body) {
    Checked<JsonNode> tree = Json.tree(body);
    if (tree.problem() != null) return Checked.refused(tree.problem());
    if (!(tree.get() instanceof ObjectNode object))
      return Checked.refused(Problem.invalid("", "an object is needed"));
    return object.has("result") ? result(body) : person(object);
  }

  private static Checked<PreviewWish> result(byte[] body) {
    Checked<Fields> checked = Fields.of(body);
    if (checked.problem() != null) return Checked.refused(checked.problem());
    Fields fields = checked.get();
    String id = fields.text("result", 64);
    Optional<String> placement =
        fields.node("placement") == null
            ? Optional.empty()
            : Optional.of(fields.text("placement", 128));
    Problem problem = fields.problem();
    return problem == null ? Checked.good(new OfResult(id, placement)) : Checked.refused(problem);
  }

  private static Checked<PreviewWish> person(ObjectNode object) {
    JsonNode person = object.get("person");
    if (person == null) return Checked.good(new OfPerson(null, object));
    if (!person.isObject())
      return Checked.refused(
          Problem.invalid("/person", "an object of facts is needed, as in a scenario's people"));
    if (object.has("userId") || object.has("anonymousId"))
      return Checked.refused(
          Problem.invalid("/person", "a person is described or named by an id, not both"));
    ObjectNode request = object.deepCopy();
    request.remove("person");
    return Checked.good(new OfPerson(person, request));
  }
}
