package dev.attune.api.onboarding.prompt;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with {@code {{placeholders}}}. Only our own words and the vocabulary's are ever filled in,
 * never what a person wrote; a value is not read again for placeholders.
 */
public record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z][A-Za-z]*)}}");

  /** The names it holds. */
  public Set<String> placeholders() {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) names.add(matcher.group(1));
    return names;
  }

  /** Fills every placeholder; the check at start has made sure that each has a value. */
  public String fill(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group(1)))));
  }
}
