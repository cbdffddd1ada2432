package dev.attune.engine.text;

import dev.attune.engine.text.YamlTree.Entry;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a card or a fallback says: data of any shape, which apps render. Its links lead somewhere
 * and run nothing, whatever is filled into them.
 */
final class PlainContent {
  private static final Set<String> LINKS = Set.of("url", "href", "src", "link");
  private static final Set<String> RUNNING =
      Set.of("javascript", "vbscript", "data", "file", "blob", "filesystem");

  /** Browsers read over these in a scheme. */
  private static final Pattern IGNORED = Pattern.compile("[\\x00-\\x20]");

  private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):");

  /** Letters of all its texts: it stands in every answer that shows it. */
  private static final int LONGEST = 16_000;

  private PlainContent() {}

  static Map<String, Object> of(Mapping content, Diagnostics diagnostics) {
    check(content, diagnostics);
    if (length(content) > LONGEST) {
      String message =
          "the texts here have more than " + LONGEST + " letters. Link to what is long";
      diagnostics.error(content.place(), "too-long", message);
    }
    return YamlValue.map(content);
  }

  private static long length(YamlTree tree) {
    if (tree instanceof Scalar scalar) return scalar.text().length();
    if (tree instanceof Sequence sequence)
      return sequence.items().stream().mapToLong(PlainContent::length).sum();
    return ((Mapping) tree)
        .entries().entrySet().stream()
            .mapToLong(each -> each.getKey().length() + length(each.getValue().value()))
            .sum();
  }

  private static void check(YamlTree tree, Diagnostics diagnostics) {
    if (tree instanceof Sequence sequence) {
      sequence.items().forEach(each -> check(each, diagnostics));
    } else if (tree instanceof Mapping mapping) {
      mapping.entries().forEach((key, entry) -> check(key, entry, diagnostics));
    }
  }

  private static void check(String key, Entry entry, Diagnostics diagnostics) {
    boolean leads = LINKS.contains(key.toLowerCase(Locale.ROOT));
    if (leads && entry.value() instanceof Scalar scalar) link(scalar, diagnostics);
    else check(entry.value(), diagnostics);
  }

  private static void link(Scalar scalar, Diagnostics diagnostics) {
    String link = IGNORED.matcher(scalar.text()).replaceAll("").toLowerCase(Locale.ROOT);
    Matcher scheme = SCHEME.matcher(link);
    if (scheme.find() && RUNNING.contains(scheme.group(1))) {
      diagnostics.error(
          scalar.place(),
          "link",
          "a link with \""
              + scheme.group(1)
              + ":\" runs or reads something. Write https://… or /…");
    } else if (link.startsWith("{")) {
      diagnostics.error(
          scalar.place(),
          "link",
          "a link does not begin with a value, which could lead anywhere. Write its beginning:"
              + " /documents/{id}");
    }
  }
}
