package dev.attune.engine.rule;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placements;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.Reading.Refused;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.drl.DrlReader;
import dev.attune.engine.rule.drl.ParsedFile;
import dev.attune.engine.rule.folder.ContentHash;
import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.rule.lint.Lints;
import dev.attune.engine.rule.table.DecisionTable;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostic.Severity;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.TextGate;
import dev.attune.engine.vocabulary.Vocabulary;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a rules folder: gate, parsers, checks, lints. Gathers everything that is wrong with it;
 * compiles nothing. The one way in, for folders, drafts over the API and the command line alike.
 */
public final class ContentReader {
  /** Nobody reads more, and hostile text must not fill an answer. */
  private static final int MOST_DIAGNOSTICS = 200;

  private final Map<String, byte[]> files;
  private final Diagnostics diagnostics;

  private ContentReader(Map<String, byte[]> files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a folder on disk.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static Reading read(Path folder) {
    Diagnostics diagnostics = new Diagnostics();
    Map<String, byte[]> files = RulesFolder.read(folder, diagnostics);
    return new ContentReader(files, diagnostics).read();
  }

  /**
   * Reads a folder in memory.
   *
   * @param files by path relative to the folder, with forward slashes
   */
  public static Reading read(Map<String, byte[]> files) {
    Diagnostics diagnostics = new Diagnostics();
    Map<String, byte[]> content = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          if (ContentPath.isContent(path)) content.put(path, bytes);
          else diagnostics.error(new Place(path, 1, 1), "not-read", ContentPath.NO_CONTENT);
        });
    return new ContentReader(content, diagnostics).read();
  }

  private Reading read() {
    Map<String, SourceText> texts = texts();
    Declarations declared = Declarations.read(texts, diagnostics);
    List<ParsedFile> parsed = parse(texts, declared);
    // Names cannot be judged while a file that declares them cannot be read.
    if (!declared.complete() || isUnread(ContentPath.ACTIONS, texts)) return refused();
    List<UseCase> useCases = new RuleChecks(declared, derivesAll(), diagnostics).check(parsed);
    if (diagnostics.hasErrors()) return refused();
    Content content = content(declared, useCases);
    Lints.run(content, diagnostics);
    return diagnostics.hasErrors() ? refused() : new Read(content, diagnostics.sorted());
  }

  private Refused refused() {
    List<Diagnostic> all = diagnostics.sorted();
    if (all.size() <= MOST_DIAGNOSTICS) return new Refused(all);
    List<Diagnostic> told = new ArrayList<>(all.subList(0, MOST_DIAGNOSTICS));
    String more = all.size() - MOST_DIAGNOSTICS + " more mistakes follow. Mend those above first";
    Place next = all.get(MOST_DIAGNOSTICS).place();
    told.add(new Diagnostic(next, Severity.ERROR, "more", more));
    return new Refused(List.copyOf(told));
  }

  private boolean isUnread(String name, Map<String, SourceText> texts) {
    return files.keySet().stream()
        .anyMatch(path -> path.endsWith("/" + name) && !texts.containsKey(path));
  }

  /** Whether every rule that derives a segment could be read. */
  private boolean derivesAll() {
    return diagnostics.sorted().stream()
        .noneMatch(each -> each.isError() && each.place().file().startsWith(UseCase.SHARED + "/"));
  }

  private Map<String, SourceText> texts() {
    Map<String, SourceText> texts = new TreeMap<>();
    files.forEach(
        (path, bytes) ->
            TextGate.open(path, bytes, diagnostics).ifPresent(text -> texts.put(path, text)));
    return texts;
  }

  private List<ParsedFile> parse(Map<String, SourceText> texts, Declarations declared) {
    Properties properties = new Properties(declared.vocabulary());
    List<ParsedFile> parsed = new ArrayList<>();
    for (SourceText text : texts.values()) {
      boolean table = text.file().endsWith(".csv");
      // The head of a table names fields, and waits for them as names in rules do.
      if (!ContentPath.isRules(text.file()) || table && !declared.complete()) continue;
      String useCase = ContentPath.useCase(text.file());
      Optional<SourceText> drl =
          table
              ? new DecisionTable(text, useCase, properties, diagnostics).toDrl()
              : Optional.of(text);
      drl.flatMap(rules -> new DrlReader(rules, useCase, diagnostics).read())
          .ifPresent(parsed::add);
    }
    return parsed;
  }

  private Content content(Declarations declared, List<UseCase> useCases) {
    Vocabulary vocabulary = declared.vocabulary();
    Placements placements = declared.placements();
    Map<String, ActionCard> cards = declared.cards();
    return new Content(vocabulary, placements, cards, useCases, ContentHash.of(files));
  }
}
