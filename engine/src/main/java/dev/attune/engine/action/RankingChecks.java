package dev.attune.engine.action;

import dev.attune.engine.action.VisitTest.Wanted;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Checks what placements say about cards and visits: every name exists and every value fits. */
public final class RankingChecks {
  private final Vocabulary vocabulary;
  private final Diagnostics diagnostics;

  public RankingChecks(Vocabulary vocabulary, Diagnostics diagnostics) {
    this.vocabulary = vocabulary;
    this.diagnostics = diagnostics;
  }

  public void check(Placements placements, Collection<ActionCard> cards) {
    for (Placement placement : placements.byId().values()) {
      Set<String> topics = topics(placement, cards);
      for (Quota quota : placement.ranking().quotas()) check(quota, topics);
    }
  }

  private static Set<String> topics(Placement placement, Collection<ActionCard> cards) {
    Set<String> topics = new TreeSet<>();
    for (ActionCard card : cards) {
      if (card.topic() != null && card.placements().contains(placement.id()))
        topics.add(card.topic());
    }
    return topics;
  }

  private void check(Quota quota, Set<String> topics) {
    if (!topics.contains(quota.topic()))
      diagnostics.error(
          quota.declaredAt(),
          "unknown-topic",
          "no card in this placement has the topic \""
              + quota.topic()
              + "\"."
              + Nearest.maybe(quota.topic(), topics));
    for (VisitTest test : quota.visit()) check(test);
  }

  private void check(VisitTest test) {
    Field field = vocabulary.visit().get(test.field());
    for (Wanted wanted : test.wanted()) {
      String fault = field == null ? unknown(test.field()) : fault(field, wanted);
      if (!fault.isEmpty()) diagnostics.error(wanted.place(), "quota", fault);
    }
  }

  private String unknown(String field) {
    return "unknown visit field \""
        + field
        + "\"."
        + Nearest.maybe(field, vocabulary.visit().keySet());
  }

  private static String fault(Field field, Wanted wanted) {
    String written = "\"" + wanted.text() + "\"";
    return switch (field.type()) {
      case ONE_OF, MANY_OF ->
          field.values().contains(wanted.text())
              ? ""
              : "\""
                  + field.name()
                  + "\" is never "
                  + written
                  + "."
                  + Nearest.maybe(wanted.text(), field.values());
      case NUMBER ->
          wanted.span() == null
              ? "\"" + field.name() + "\" is a number: write 9 or 6-11, not " + written
              : "";
      case FLAG ->
          Set.of("true", "false").contains(wanted.text())
              ? ""
              : "\"" + field.name() + "\" is true or false, not " + written;
      case TEXT -> "";
      case DATE -> "a quota asks for words, numbers and flags; \"" + field.name() + "\" is a date";
    };
  }
}
