package dev.attune.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README, read for tests that hold it true. */
final class Readme {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern FENCE = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile(
          "<!-- runs against the demo server -->\n```bash\n(.*?)```"
              + "(?:(?!<!-- runs)[^`])*?(?:<!-- answer -->\n```json\n(.*?)```)?",
          Pattern.DOTALL);

  private final String text = read("README.md");

  /** A file of the repository. */
  static String read(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  String text() {
    return text;
  }

  /** What stands between {@code <!-- name -->} and {@code <!-- /name -->}, without a code fence. */
  String section(String name) {
    String begin = "<!-- " + name + " -->\n";
    int from = text.indexOf(begin) + begin.length();
    String section = text.substring(from, text.indexOf("<!-- /" + name + " -->"));
    return FENCE.matcher(section).replaceAll("$2").strip();
  }

  /** The code blocks of a language. */
  List<String> blocks(String language) {
    return FENCE
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** The files it links to. */
  List<String> links() {
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }

  /**
   * A command shown to work against the demo server.
   *
   * @param answer the JSON shown as its answer; empty when none is shown
   */
  record Command(String line, String answer) {}

  List<Command> commands() {
    return COMMAND.matcher(text).results().map(Readme::command).toList();
  }

  private static Command command(MatchResult found) {
    String answer = found.group(2);
    return new Command(found.group(1).strip(), answer == null ? "" : answer);
  }
}
