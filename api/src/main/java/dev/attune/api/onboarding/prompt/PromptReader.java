package dev.attune.api.onboarding.prompt;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.Section;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.TextGate;
import dev.attune.engine.text.YamlReader;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.vocabulary.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

  /** Reads the folder's files; every mistake is gathered. */
  public static PromptReading read(Path folder) {
    return new PromptReader(folder).read();
  }

  private PromptReading read() {
    Template extract = template(EXTRACT, Set.of("fields", "asked"), Set.of("fields"));
    Template rephrase = template(REPHRASE, Set.of(), Set.of());
    Section say = yaml(SAY);
    Map<Sentence, Template> sentences = sentences(say);
    Map<Purpose, String> purposes = purposes(say);
    Map<String, String> values = values(say);
    say.refuseOtherKeys();
    Commands commands = commands(yaml(COMMANDS));
    if (diagnostics.hasErrors()) return new PromptReading.Refused(diagnostics.sorted());
    String version = "prompts-" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    return new PromptReading.Read(
        new Prompts(extract, rephrase, sentences, purposes, values, commands, version));
  }

  private Template template(String file, Set<String> allowed, Set<String> needed) {
    Template template = new Template(source(file).map(SourceText::text).orElse(""));
    check(template, Place.of(file), allowed);
    for (String name : new TreeSet<>(needed)) {
      if (!template.placeholders().contains(name)) {
        error(Place.of(file), "placeholder {{" + name + "}} is missing");
      }
    }
    return template;
  }

  private Map<Sentence, Template> sentences(Section say) {
    Map<Sentence, Template> sentences = new EnumMap<>(Sentence.class);
    for (Sentence sentence : Sentence.values()) {
      say.require(sentence.key());
      Template template = new Template(say.text(sentence.key(), "").strip());
      check(template, say.placeOf(sentence.key()), sentence.placeholders());
      sentences.put(sentence, template);
    }
    return sentences;
  }

  private Map<Purpose, String> purposes(Section say) {
    say.require("purposes");
    Map<Purpose, String> purposes = new EnumMap<>(Purpose.class);
    Optional<Section> written = say.section("purposes");
    if (written.isEmpty()) return purposes;
    for (Purpose purpose : Purpose.values()) {
      written.get().require(purpose.wire());
      purposes.put(purpose, written.get().text(purpose.wire(), ""));
    }
    written.get().refuseOtherKeys();
    return purposes;
  }

  private static Map<String, String> values(Section say) {
    Map<String, String> values = new LinkedHashMap<>();
    say.section("values")
        .ifPresent(
            written ->
                written
                    .places()
                    .keySet()
                    .forEach(value -> values.put(value, written.text(value, value))));
    return Collections.unmodifiableMap(values);
  }

  private Commands commands(Section file) {
    Map<Command, List<String>> phrases = new EnumMap<>(Command.class);
    for (Command command : Command.values()) {
      file.require(command.key());
      phrases.put(command, file.names(command.key()).stream().map(Scalar::text).toList());
    }
    file.refuseOtherKeys();
    return new Commands(phrases);
  }

  private void check(Template template, Place place, Set<String> allowed) {
    for (String name : template.placeholders()) {
      if (!allowed.contains(name)) {
        error(place, "unknown placeholder {{" + name + "}}." + Nearest.maybe(name, allowed));
      }
    }
  }

  private Section yaml(String file) {
    Mapping nothing = new Mapping(Map.of(), Place.of(file));
    Mapping document =
        source(file).flatMap(text -> YamlReader.read(text, diagnostics)).orElse(nothing);
    return new Section(document, diagnostics);
  }

  private Optional<SourceText> source(String file) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(file));
      digest.update(bytes);
      return TextGate.open(file, bytes, diagnostics);
    } catch (IOException missing) {
      error(Place.of(file), "the file cannot be read");
      return Optional.empty();
    }
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
