package dev.attune.engine.rule;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.ActionCardReader;
import dev.attune.engine.action.CardChecks;
import dev.attune.engine.action.Placements;
import dev.attune.engine.action.PlacementsReader;
import dev.attune.engine.action.RankingChecks;
import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.YamlReader;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.vocabulary.Vocabulary;
import dev.attune.engine.vocabulary.VocabularyReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the YAML files of a folder declare.
 *
 * @param cards by id, over all use cases
 * @param complete whether every one of these files could be read
 */
record Declarations(
    Vocabulary vocabulary, Placements placements, Map<String, ActionCard> cards, boolean complete) {

  static Declarations read(Map<String, SourceText> texts, Diagnostics diagnostics) {
    return new Reader(texts, diagnostics).read();
  }

  /** Used once. */
  private static final class Reader {
    private final Map<String, SourceText> texts;
    private final Diagnostics diagnostics;
    private final Map<String, Mapping> cardFiles = new LinkedHashMap<>();
    private final Map<String, ActionCard> cards = new LinkedHashMap<>();
    private boolean complete = true;

    Reader(Map<String, SourceText> texts, Diagnostics diagnostics) {
      this.texts = texts;
      this.diagnostics = diagnostics;
    }

    Declarations read() {
      Vocabulary vocabulary =
          document(ContentPath.VOCABULARY)
              .map(each -> VocabularyReader.read(each, diagnostics))
              .orElse(Vocabulary.EMPTY);
      Placements placements =
          document(ContentPath.PLACEMENTS)
              .map(each -> PlacementsReader.read(each, diagnostics))
              .orElse(Placements.NONE);
      texts.keySet().stream().filter(path -> path.endsWith("/actions.yaml")).forEach(this::cards);
      if (complete) {
        CardChecks checks = new CardChecks(vocabulary, placements, cards, diagnostics);
        cardFiles.values().forEach(checks::check);
        new RankingChecks(vocabulary, diagnostics).check(placements, cards.values());
      }
      return new Declarations(vocabulary, placements, Collections.unmodifiableMap(cards), complete);
    }

    private void cards(String path) {
      Mapping file = document(path).orElse(null);
      if (file == null) return;
      cardFiles.put(path, file);
      ActionCardReader.read(ContentPath.useCase(path), file, diagnostics)
          .forEach(
              (id, card) -> {
                ActionCard earlier = cards.putIfAbsent(id, card);
                if (earlier == null) return;
                String message =
                    "card \"" + id + "\" is already declared at " + earlier.declaredAt();
                diagnostics.error(card.declaredAt(), "duplicate", message);
              });
    }

    private Optional<Mapping> document(String path) {
      SourceText text = texts.get(path);
      Optional<Mapping> document =
          text == null ? Optional.empty() : YamlReader.read(text, diagnostics);
      if (text == null) {
        diagnostics.error(new Place(path, 1, 1), "missing-file", "the file is missing or refused");
      }
      if (document.isEmpty()) complete = false;
      return document;
    }
  }
}
