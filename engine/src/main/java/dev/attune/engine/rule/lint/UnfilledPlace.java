package dev.attune.engine.rule.lint;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.text.Diagnostics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A place in a card's texts that a rule which proposes it does not fill. */
final class UnfilledPlace implements Lint {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z0-9-]*)\\}");

  @Override
  public String code() {
    return "unfilled-place";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Rules.proposals(content).forEach(propose -> check(propose, content, diagnostics));
  }

  private void check(Propose propose, Content content, Diagnostics diagnostics) {
    ActionCard card = content.cards().get(propose.action());
    Set<String> unfilled = new TreeSet<>();
    if (card != null) addPlaces(card.content(), unfilled);
    unfilled.removeAll(propose.with().keySet());
    for (String name : unfilled) {
      String message = "the card says {%s}, which this does not give. Write .with( \"%s\", … )";
      diagnostics.warning(propose.places().action(), code(), message.formatted(name, name));
    }
  }

  private static void addPlaces(Object content, Set<String> names) {
    if (content instanceof List<?> list) list.forEach(each -> addPlaces(each, names));
    if (content instanceof Map<?, ?> map) map.values().forEach(each -> addPlaces(each, names));
    if (content instanceof String text)
      PLACE.matcher(text).results().forEach(found -> names.add(found.group(1)));
  }
}
