package dev.attune.api.onboarding.prompt;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads and checks a prompts folder as a whole; used by one thread. */
public final class PromptReader {
  private static final String EXTRACT = "extract.md";
  private static final String REPHRASE = "rephrase.md";
  private static final String SAY = "say.yaml";
  private static final String COMMANDS = "commands.yaml";

  private final Path folder;
  private final Diagnostics diagnostics = new Diagnostics();
  private final MessageDigest digest = sha256();

  private PromptReader(Path folder) {
    this.folder = folder;
  }

  public static PromptReading read(Path folder) {
    return new PromptReader(folder).read();
  }

  private PromptReading read() {
    Template extract = template(EXTRACT, Set.of("fields", "asked"), Set.of("fields"));
    Template rephrase = template(REPHRASE, Set.of(), Set.of());
    Map<String, Object> say = yaml(SAY);
    Map<Sentence, Template> sentences = sentences(say);
    Map<Purpose, String> purposes = purposes(say);
    Commands commands = commands(yaml(COMMANDS));
    if (diagnostics.hasErrors()) return new PromptReading.Refused(diagnostics.sorted());
    String version = "prompts-" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    return new PromptReading.Read(
        new Prompts(extract, rephrase, sentences, purposes, commands, version));
  }

  private Template template(String file, Set<String> allowed, Set<String> needed) {
    Template template = new Template(text(file));
    check(template, Place.of(file), allowed);
    for (String name : new TreeSet<>(needed)) {
      if (!template.placeholders().contains(name)) {
        error(Place.of(file), "placeholder {{" + name + "}} is missing");
      }
    }
    return template;
  }

  private Map<Sentence, Template> sentences(Map<String, Object> say) {
    Map<Sentence, Template> sentences = new EnumMap<>(Sentence.class);
    for (Sentence sentence : Sentence.values()) {
      if (say.get(sentence.key()) instanceof String text && !text.isBlank()) {
        Template template = new Template(text.strip());
        check(template, new Place(SAY, line(SAY, sentence.key()), 1), sentence.placeholders());
        sentences.put(sentence, template);
      } else {
        error(Place.of(SAY), "\"" + sentence.key() + "\" is missing");
      }
    }
    List<String> known = Arrays.stream(Sentence.values()).map(Sentence::key).toList();
    known(SAY, say.keySet(), name -> known.contains(name) || name.equals("purposes"), known);
    return sentences;
  }

  private Map<Purpose, String> purposes(Map<String, Object> say) {
    Map<Purpose, String> purposes = new EnumMap<>(Purpose.class);
    Map<?, ?> written = say.get("purposes") instanceof Map<?, ?> map ? map : Map.of();
    for (Purpose purpose : Purpose.values()) {
      if (written.get(purpose.wire()) instanceof String text) purposes.put(purpose, text);
      else error(Place.of(SAY), "\"purposes." + purpose.wire() + "\" is missing");
    }
    return purposes;
  }

  private Commands commands(Map<String, Object> written) {
    Map<Command, List<String>> phrases = new EnumMap<>(Command.class);
    for (Command command : Command.values()) {
      if (written.get(command.key()) instanceof List<?> list && !list.isEmpty()) {
        phrases.put(command, list.stream().map(String::valueOf).toList());
      } else {
        error(Place.of(COMMANDS), "\"" + command.key() + "\" needs a list of sentences");
      }
    }
    List<String> known = Arrays.stream(Command.values()).map(Command::key).toList();
    known(COMMANDS, written.keySet(), known::contains, known);
    return new Commands(phrases);
  }

  private void known(
      String file, Set<String> names, Predicate<String> isKnown, List<String> known) {
    for (String name : names) {
      if (!isKnown.test(name)) {
        Place place = new Place(file, line(file, name), 1);
        error(place, "unknown name \"" + name + "\"." + Nearest.maybe(name, known));
      }
    }
  }

  private void check(Template template, Place place, Set<String> allowed) {
    for (String name : template.placeholders()) {
      if (!allowed.contains(name)) {
        error(place, "unknown placeholder {{" + name + "}}." + Nearest.maybe(name, allowed));
      }
    }
  }

  private Map<String, Object> yaml(String file) {
    try {
      Object root =
          new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text(file));
      if (root instanceof Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
      }
      error(Place.of(file), "expected names and sentences");
    } catch (MarkedYamlEngineException malformed) {
      int line = malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      error(new Place(file, line, 1), "cannot be read as YAML");
    }
    return Map.of();
  }

  private String text(String file) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(file));
      digest.update(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException missing) {
      error(Place.of(file), "cannot be read");
      return "";
    }
  }

  private int line(String file, String key) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve(file));
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith(key + ":")) return i + 1;
      }
    } catch (IOException missing) {
      return 0;
    }
    return 0;
  }

  private void error(Place place, String message) {
    diagnostics.error(place, "prompt", message);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
