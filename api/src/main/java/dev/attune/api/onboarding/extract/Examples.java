package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the heads learn from: phrases, the terms of the English word lists, sentences composed of
 * both, and messages that people wrote.
 */
final class Examples {
  static final List<String> FIELDS = List.of("role", Likelihoods.GOALS, "industry");

  /** Whether somebody keeps something to themselves: a head beside those of the fields. */
  static final String REFUSAL = "refusal";

  static final String REFUSED = "refused";

  /** What there is a head for. */
  static final List<String> HEADS = List.of("role", Likelihoods.GOALS, "industry", REFUSAL);

  private static final List<String> EMPLOYMENT = List.of("role", "industry");

  /** The phrase files. */
  static final List<String> PHRASES =
      List.of("role", Likelihoods.GOALS, "industry", Head.NONE, REFUSAL, "patterns");

  /** How often each message that somebody wrote counts. */
  private static final int WRITTEN = 5;

  /** How many other sentences stand against one refusal. */
  private static final int BALANCE = 3;

  private final Map<String, Map<String, List<String>>> phrases = new LinkedHashMap<>();
  private final Map<String, Map<String, List<String>>> terms = new LinkedHashMap<>();
  private final List<Message> messages;
  private final List<Composition> compositions;

  Examples(Pack pack, List<Message> messages) {
    for (String field : List.of("role", Likelihoods.GOALS, "industry", Head.NONE, REFUSAL)) {
      phrases.put(field, pack.phrases(field));
    }
    terms.put("role", terms(pack, "role", "titles", "duties", "fields"));
    terms.put(Likelihoods.GOALS, terms(pack, Likelihoods.GOALS, "needs"));
    terms.put("industry", terms(pack, "industry", "fields", "duties"));
    this.messages = messages;
    compositions = new Composer(phrases, pack).compositions();
  }

  /** The sentences to learn one field from, by value. */
  Map<String, List<String>> of(String field) {
    Map<String, List<String>> byValue = new LinkedHashMap<>();
    byValue.put(Head.NONE, new ArrayList<>());
    add(field, phrases, byValue);
    add(field, terms, byValue);
    for (Message message : messages) {
      boolean refusal = field.equals(REFUSAL);
      if (!refusal && !message.stands()) continue;
      String label = refusal ? message.refusal() : message.label(field);
      if (label != null) addWritten(label, message.text(), byValue);
    }
    if (field.equals(REFUSAL)) balance(byValue);
    for (Composition composition : compositions) {
      String label = field.equals(REFUSAL) ? Head.NONE : composition.label(field);
      if (label != null) add(label, composition.text(), byValue);
    }
    return byValue;
  }

  /** Other fields' sentences say nothing of this one; a job may tell an industry, though. */
  private static void add(
      String field,
      Map<String, Map<String, List<String>>> sentences,
      Map<String, List<String>> byValue) {
    sentences.forEach(
        (of, values) -> {
          if (overlap(of, field)) return;
          values.forEach(
              (value, all) ->
                  all.forEach(it -> add(of.equals(field) ? value : Head.NONE, it, byValue)));
        });
  }

  private static boolean overlap(String one, String other) {
    return !one.equals(other) && EMPLOYMENT.containsAll(List.of(one, other));
  }

  private static void add(String value, String sentence, Map<String, List<String>> byValue) {
    byValue.computeIfAbsent(value, any -> new ArrayList<>()).add(sentence);
  }

  private static void addWritten(String value, String sentence, Map<String, List<String>> byValue) {
    for (int i = 0; i < WRITTEN; i++) add(value, sentence, byValue);
  }

  /**
   * Few refuse, and each who does must be heard: refusals are learned more often than they occur.
   */
  private static void balance(Map<String, List<String>> byValue) {
    List<String> refused = List.copyOf(byValue.getOrDefault(REFUSED, List.of()));
    int others = byValue.getOrDefault(Head.NONE, List.of()).size();
    for (int times = 1; times < others / (BALANCE * Math.max(1, refused.size())); times++) {
      refused.forEach(it -> add(REFUSED, it, byValue));
    }
  }

  private static Map<String, List<String>> terms(Pack pack, String slot, String... kinds) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    for (String kind : kinds) {
      pack.sections(Language.EN, slot + "-" + kind)
          .forEach(
              (value, entries) ->
                  entries.stream()
                      .map(entry -> entry.replace("..", " "))
                      .distinct()
                      .forEach(entry -> add(value, entry, terms)));
    }
    return terms;
  }
}
