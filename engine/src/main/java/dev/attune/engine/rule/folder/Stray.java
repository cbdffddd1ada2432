package dev.attune.engine.rule.folder;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies in a rules folder and is no content: an author's notes, what editors and systems leave
 * behind, and what somebody may think is read. The same on disk and in an archive.
 */
public final class Stray {
  private static final String MAC = "__MACOSX";

  private Stray() {}

  /** Hidden, or a system's own; nobody thinks that it is read. */
  public static boolean isHidden(String name) {
    return name.startsWith(".") || name.equals(MAC);
  }

  /**
   * The part of a path that is hidden with all that is in it, e.g. {@code .git} for {@code
   * .git/config}; empty when none is.
   */
  public static Optional<String> hidden(String path) {
    int from = 0;
    for (String name : path.split("/", -1)) {
      if (isHidden(name)) return Optional.of(path.substring(0, from + name.length()));
      from += name.length() + 1;
    }
    return Optional.empty();
  }

  /** Warns of a file that somebody may think is read; whether it did. */
  public static boolean tell(String path, Diagnostics diagnostics) {
    int slash = path.indexOf('/');
    int last = path.lastIndexOf('/');
    if (slash > 0 && !ContentPath.isUseCase(path.substring(0, slash)))
      return tellNoUseCase(path.substring(0, slash), diagnostics);
    if (!looksLikeContent(path)) return false;
    if (last > slash) return tellFolder(path.substring(0, last), diagnostics);
    diagnostics.warning(
        Place.of(path),
        "not-read",
        "this file is not read. Known: vocabulary.yaml, placements.yaml and, in a folder,"
            + " actions.yaml, scenarios.yaml, *.drl, *.csv");
    return true;
  }

  static boolean tellNoUseCase(String name, Diagnostics diagnostics) {
    return notRead(name, "a use case is called by lower-case letters and digits", diagnostics);
  }

  /** Of a folder in a use case. */
  static boolean tellFolder(String path, Diagnostics diagnostics) {
    return notRead(
        path, "a use case has no folders in it. Put its files one level up", diagnostics);
  }

  private static boolean notRead(String path, String why, Diagnostics diagnostics) {
    diagnostics.warning(Place.of(path), "not-read", "this folder is not read: " + why);
    return true;
  }

  static boolean looksLikeContent(String path) {
    return Stream.of(".yaml", ".yml", ".drl", ".csv")
        .anyMatch(path.toLowerCase(Locale.ROOT)::endsWith);
  }
}
