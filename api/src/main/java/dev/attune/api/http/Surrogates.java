package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds halves of surrogate pairs, which JSON can write as escapes and UTF-8 cannot hold: kept,
 * they would come back as other text.
 */
final class Surrogates {
  private static final int ESCAPE = 6;

  private Surrogates() {}

  /** Whether a valid JSON text may hold a half; cheap, since hardly any body escapes them. */
  static boolean mayBeHalved(byte[] json) {
    for (int i = 0; i + ESCAPE <= json.length; i++) {
      if (json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] | 0x20) == 'd') return true;
    }
    return false;
  }

  /** The JSON pointer of the first text or name with a half; null when there is none. */
  static @Nullable String find(JsonNode tree) {
    return find(tree, "");
  }

  private static @Nullable String find(JsonNode node, String pointer) {
    if (node.isTextual()) return isHalved(node.asText()) ? pointer : null;
    for (Iterator<Map.Entry<String, JsonNode>> members = node.fields(); members.hasNext(); ) {
      Map.Entry<String, JsonNode> member = members.next();
      if (isHalved(member.getKey())) return pointer;
      String name = member.getKey().replace("~", "~0").replace("/", "~1");
      String found = find(member.getValue(), pointer + "/" + name);
      if (found != null) return found;
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      String found = find(node.get(i), pointer + "/" + i);
      if (found != null) return found;
    }
    return null;
  }

  static boolean isHalved(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) continue;
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) return true;
      i++;
    }
    return false;
  }
}
