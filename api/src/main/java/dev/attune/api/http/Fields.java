package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.text.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a small JSON object and gathers what is wrong. Each reader returns null, or
 * a default, for a member that is absent or wrong; look at {@link #problem} before using any.
 */
public final class Fields {
  private final JsonNode object;
  private final Faults faults = new Faults();
  private final Set<String> known = new TreeSet<>();

  private Fields(JsonNode object) {
    this.object = object;
  }

  /** Reads a body that must be one object. */
  public static Checked<Fields> of(byte[] body) {
    Checked<JsonNode> tree = Json.tree(body);
    if (tree.problem() != null) return Checked.refused(tree.problem());
    if (!tree.get().isObject()) return Checked.refused(Problem.invalid("", "an object is needed"));
    return Checked.good(new Fields(tree.get()));
  }

  /** A member as it stands; null when absent. */
  public @Nullable JsonNode node(String name) {
    known.add(name);
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? null : node;
  }

  /** A text of 1 to {@code longest} characters; empty when it is absent or wrong. */
  public String text(String name, int longest) {
    JsonNode node = node(name);
    if (node == null) {
      fault(name, "is needed");
    } else if (!node.isTextual()) {
      fault(name, "a text is needed");
    } else if (node.asText().isEmpty() || node.asText().length() > longest) {
      fault(name, "1 to " + longest + " characters are needed");
    } else {
      return node.asText();
    }
    return "";
  }

  /** A text of 1 to {@code longest} characters; null when it is absent or wrong. */
  public @Nullable String optionalText(String name, int longest) {
    String text = node(name) == null ? "" : text(name, longest);
    return text.isEmpty() ? null : text;
  }

  public boolean flag(String name, boolean absent) {
    JsonNode node = node(name);
    if (node != null && !node.isBoolean()) fault(name, "true or false is needed");
    return node == null ? absent : node.asBoolean();
  }

  /** One of an enum's constants, in lower case with hyphens on the wire. */
  public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    String given = text(name, 64);
    List<E> constants = List.of(type.getEnumConstants());
    List<String> wire = constants.stream().map(Fields::wire).toList();
    int index = wire.indexOf(given);
    if (index >= 0) return constants.get(index);
    if (!given.isEmpty()) {
      fault(name, "one of " + wire + " is needed." + Nearest.maybe(given, wire));
    }
    return null;
  }

  private static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The person named by {@code userId} or {@code anonymousId}, one of them. */
  public @Nullable PersonId person() {
    String userId = id("userId");
    String anonymousId = id("anonymousId");
    if (userId != null && anonymousId == null) return PersonId.user(userId);
    if (anonymousId != null && userId == null) return PersonId.anonymous(anonymousId);
    if (faults.isEmpty()) faults.add("", "userId or anonymousId is needed, not both");
    return null;
  }

  private @Nullable String id(String name) {
    JsonNode node = node(name);
    if (node == null) return null;
    String fault = node.isTextual() ? PersonId.fault(node.asText()) : "a text is needed";
    if (fault != null) fault(name, fault);
    return fault == null ? node.asText() : null;
  }

  /** Adds a fault of a member, or of what is below it: {@code purposes/email}. */
  public void fault(String name, String detail) {
    faults.add("/" + name, detail);
  }

  /** Everything wrong, members nobody asked for included; null when nothing is. */
  public @Nullable Problem problem(String... alsoKnown) {
    known.addAll(Arrays.asList(alsoKnown));
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                fault(name, "unknown member." + Nearest.maybe(name, known));
              }
            });
    return faults.problem();
  }
}
