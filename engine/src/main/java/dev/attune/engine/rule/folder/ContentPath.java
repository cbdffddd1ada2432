package dev.attune.engine.rule.folder;

import java.util.Set;
import java.util.regex.Pattern;

/** What a path inside a rules folder stands for. */
public final class ContentPath {
  public static final String VOCABULARY = "vocabulary.yaml";
  public static final String PLACEMENTS = "placements.yaml";
  public static final String ACTIONS = "actions.yaml";
  public static final String SCENARIOS = "scenarios.yaml";

  /** What is said about a file that is no content. */
  public static final String NO_CONTENT = "no such file belongs to the rules";

  private static final Pattern USE_CASE = Pattern.compile("[a-z][a-z0-9]{0,39}");
  private static final Pattern RULES =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}\\.(drl|csv)");
  private static final Set<String> JAVA_WORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while true false null java javax dev org")
              .split(" "));

  private ContentPath() {}

  /** True for a file that is part of the content, e.g. {@code features/nudges.drl}. */
  public static boolean isContent(String path) {
    if (path.equals(VOCABULARY) || path.equals(PLACEMENTS)) return true;
    int slash = path.indexOf('/');
    if (slash < 0 || !isUseCase(path.substring(0, slash))) return false;
    String name = path.substring(slash + 1);
    return name.equals(ACTIONS) || name.equals(SCENARIOS) || RULES.matcher(name).matches();
  }

  /** A folder's name that can be a DRL package. */
  public static boolean isUseCase(String name) {
    return USE_CASE.matcher(name).matches() && !JAVA_WORDS.contains(name);
  }

  /** The folder of a file in one; the empty text for the two files at the top. */
  public static String useCase(String path) {
    return path.substring(0, Math.max(0, path.indexOf('/')));
  }

  /** True for DRL and decision tables. */
  public static boolean isRules(String path) {
    return path.endsWith(".drl") || path.endsWith(".csv");
  }
}
