package dev.attune.engine.rule;

import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.text.Diagnostics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A case of a {@code .cases} file: a file laid over the benign folder, and what is said about it.
 *
 * <pre>
 * == a name in plain words
 * when | then | rule | file PATH
 * the text
 * =&gt;
 * the diagnostics, one a line
 * </pre>
 *
 * @param path the file it replaces or adds
 * @param expected its diagnostics, as they are printed
 */
record RuleCase(String name, String path, byte[] content, List<String> expected) {
  private static final String HEAD =
      """
      package features
      import dev.attune.engine.fact.*
      global dev.attune.engine.action.Decisions decisions
      // A case.
      """;
  private static final String THEN = "decisions.nudge( \"try-tone\" ).because( \"so\" );";

  /** All cases below a folder of the test resources. */
  static List<RuleCase> all(String folder) {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/rules", folder))) {
      return files
          .filter(each -> each.toString().endsWith(".cases"))
          .sorted()
          .flatMap(each -> read(each).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RuleCase> read(Path file) {
    try {
      return Stream.of(Files.readString(file).split("(?m)^== "))
          .skip(1)
          .map(text -> parse(file, text))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleCase parse(Path file, String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String name = file.getFileName() + ": " + lines.remove(0);
    String form = lines.remove(0);
    int arrow = lines.indexOf("=>");
    String body = lines.subList(0, arrow).stream().collect(Collectors.joining("\n"));
    List<String> expected =
        lines.subList(arrow + 1, lines.size()).stream().filter(each -> !each.isBlank()).toList();
    String path = form.startsWith("file ") ? form.substring(5) : "features/case.drl";
    String whole =
        switch (form) {
          case "when" -> HEAD + "rule \"case\" when\n" + body + "\nthen\n" + THEN + "\nend\n";
          case "then" -> HEAD + "rule \"case\" when\nProfile()\nthen\n" + body + "\nend\n";
          case "rule" -> HEAD + body + "\n";
          default -> body + "\n";
        };
    return new RuleCase(name, path, bytes(whole), expected);
  }

  /** {@code ⟨1F⟩} stands for a byte, {@code ⟨a*9⟩} for a repeated text. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    for (int open = text.indexOf('⟨'); open >= 0; open = text.indexOf('⟨', at)) {
      int close = text.indexOf('⟩', open);
      bytes.writeBytes(text.substring(at, open).getBytes(StandardCharsets.UTF_8));
      String inside = text.substring(open + 1, close);
      int star = inside.lastIndexOf('*');
      if (star > 0) {
        int times = Integer.parseInt(inside.substring(star + 1));
        bytes.writeBytes(inside.substring(0, star).repeat(times).getBytes(StandardCharsets.UTF_8));
      } else {
        bytes.write(Integer.parseInt(inside, 16));
      }
      at = close + 1;
    }
    bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** The benign folder with this case's file in it. */
  Map<String, byte[]> folder() {
    Map<String, byte[]> files = new TreeMap<>(benign());
    files.put(path, content);
    return files;
  }

  static Map<String, byte[]> benign() {
    return RulesFolder.read(Path.of("src/test/resources/rules/benign"), new Diagnostics());
  }

  @Override
  public String toString() {
    return name;
  }
}
