package dev.attune.api.onboarding.prompt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds commands in a person's words. A command is a whole sentence of the list, whatever its
 * punctuation; a sentence that only contains one stays the person's own words.
 */
public final class Commands {
  private final Map<String, Command> byPhrase = new LinkedHashMap<>();

  Commands(Map<Command, List<String>> phrases) {
    phrases.forEach(
        (command, list) -> list.forEach(phrase -> byPhrase.put(plain(phrase), command)));
  }

  /**
   * What a message asks of the conversation and what else it says.
   *
   * @param rest the sentences that are no command; empty when there are none
   */
  public record Heard(Optional<Command> command, String rest) {}

  /** The first command of a message; its other sentences are the rest. */
  public Heard hear(String message) {
    Optional<Command> first = Optional.empty();
    List<String> rest = new ArrayList<>();
    for (String sentence : message.split("(?<=[.!?\\n])\\s+", -1)) {
      Optional<Command> command = Optional.ofNullable(byPhrase.get(plain(sentence)));
      if (command.isEmpty()) rest.add(sentence);
      else if (first.isEmpty()) first = command;
    }
    return new Heard(first, first.isEmpty() ? message : String.join(" ", rest).strip());
  }

  private static String plain(String sentence) {
    String words =
        Normalizer.normalize(sentence, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{Punct}’“”…¿¡]", " ");
    String weighty = spaced(words.replaceAll("\\b(please|ok|okay|well|oh)\\b", " "));
    return weighty.isEmpty() ? spaced(words) : weighty;
  }

  private static String spaced(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }
}
