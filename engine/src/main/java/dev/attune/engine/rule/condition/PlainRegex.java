package dev.attune.engine.rule.condition;

import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The regular expressions {@code matches} takes: those that cannot take long on any text. They
 * compile under RE2, repeat only single characters, and repeat without bound at most twice.
 */
final class PlainRegex {
  private static final int LONGEST = 100;
  private static final int MOST_REPEATS = 4;
  private static final int MOST_UNBOUNDED = 2;
  private static final Pattern CLASS_OR_ESCAPE =
      Pattern.compile("\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*\\]");
  private static final Pattern REPEAT = Pattern.compile("[*+?]|\\{[0-9,]*\\}");
  private static final Pattern UNBOUNDED = Pattern.compile("[*+]|\\{[0-9]*,\\}");
  private static final Pattern REPEATED_GROUP = Pattern.compile("\\)(?:[*+?]|\\{)");
  private static final Pattern REPEATED_REPEAT =
      Pattern.compile("(?:[*+?]|\\{[0-9,]*\\})(?:[*+?]|\\{)");
  private static final Pattern LONG_COUNT = Pattern.compile("\\{[^}]*[0-9]{3,}");

  private PlainRegex() {}

  /** What is wrong with it and what to write instead; empty when it is plain. */
  static Optional<String> problem(String regex) {
    if (regex.length() > LONGEST) {
      return Optional.of("the pattern is longer than " + LONGEST + " characters. Shorten it");
    }
    try {
      com.google.re2j.Pattern.compile(regex);
      Pattern.compile(regex);
    } catch (PatternSyntaxException | java.util.regex.PatternSyntaxException e) {
      return Optional.of("this is no pattern. Check its brackets and backslashes");
    }
    if (regex.contains("(?") || regex.contains("\\Q") || regex.contains("&&")) {
      return Optional.of("patterns have no options, looks or quotes. Write plain groups: (a|b)");
    }
    return slow(CLASS_OR_ESCAPE.matcher(regex).replaceAll("c"));
  }

  private static Optional<String> slow(String skeleton) {
    if (REPEATED_GROUP.matcher(skeleton).find() || REPEATED_REPEAT.matcher(skeleton).find()) {
      return Optional.of(
          "the pattern repeats a repetition or a group, which can take for ever. Repeat single"
              + " characters only, such as [a-z]+");
    }
    if (count(REPEAT, skeleton) > MOST_REPEATS || count(UNBOUNDED, skeleton) > MOST_UNBOUNDED) {
      return Optional.of(
          "the pattern repeats too often, which can take long. At most four repetitions, two of"
              + " them with * or +");
    }
    if (LONG_COUNT.matcher(skeleton).find()) {
      return Optional.of("the pattern counts too far. Repeat at most 99 times");
    }
    return Optional.empty();
  }

  private static long count(Pattern pattern, String text) {
    return pattern.matcher(text).results().count();
  }
}
