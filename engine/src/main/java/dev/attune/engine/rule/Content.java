package dev.attune.engine.rule;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placements;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;

/**
 * Everything a rules folder says, read and checked as a whole. Immutable.
 *
 * @param cards by id, in the order of folders and files
 * @param useCases by name; {@code shared}, which derives segments, is one of them
 * @param hash SHA-256 over all content files, in lower-case hexadecimal
 */
public record Content(
    Vocabulary vocabulary,
    Placements placements,
    Map<String, ActionCard> cards,
    List<UseCase> useCases,
    String hash) {
  /** Every rule, in the order of folders and files. */
  public List<CheckedRule> rules() {
    return useCases.stream()
        .flatMap(useCase -> useCase.files().stream())
        .flatMap(file -> file.rules().stream())
        .toList();
  }
}
