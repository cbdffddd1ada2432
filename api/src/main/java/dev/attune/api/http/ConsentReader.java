package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.engine.fact.Change;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code PUT …/consent}: {@code {purposes: {email: true}, source, wording}}. Purposes that
 * are not named stay as they are.
 */
final class ConsentReader {
  private static final int LONGEST = 128;

  private ConsentReader() {}

  static Checked<List<Change>> read(byte[] body, Instant now) {
    Checked<Fields> checked = Fields.of(body);
    if (checked.problem() != null) return Checked.refused(checked.problem());
    Fields fields = checked.get();
    String source = fields.node("source") == null ? "api" : fields.text("source", LONGEST);
    String wording = fields.node("wording") == null ? "" : fields.text("wording", LONGEST);
    JsonNode purposes = fields.node("purposes");
    List<Change> changes = new ArrayList<>();
    if (purposes == null || !purposes.isObject() || purposes.isEmpty()) {
      fields.fault("purposes", "an object such as {\"email\": true} is needed");
    } else {
      Iterator<Map.Entry<String, JsonNode>> members = purposes.fields();
      while (members.hasNext()) {
        Map.Entry<String, JsonNode> member = members.next();
        Purpose purpose = purpose(member.getKey(), fields);
        if (purpose != null && !member.getValue().isBoolean()) {
          fields.fault("purposes/" + member.getKey(), "true or false is needed");
        } else if (purpose != null) {
          boolean granted = member.getValue().asBoolean();
          changes.add(new Change.Consented(purpose, granted, now, source, wording));
        }
      }
    }
    Problem problem = fields.problem();
    return problem == null ? Checked.good(changes) : Checked.refused(problem);
  }

  private static @Nullable Purpose purpose(String name, Fields fields) {
    List<String> known = Arrays.stream(Purpose.values()).map(Purpose::wire).toList();
    int index = known.indexOf(name);
    if (index > 0) return Purpose.values()[index];
    fields.fault(
        "purposes/" + name,
        index == 0 ? "service needs no consent" : "unknown purpose." + Nearest.maybe(name, known));
    return null;
  }
}
