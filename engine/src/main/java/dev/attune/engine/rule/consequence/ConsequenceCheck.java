package dev.attune.engine.rule.consequence;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.PropertyType;
import dev.attune.engine.rule.condition.Variables;
import dev.attune.engine.rule.condition.Variables.Bound;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks a {@code then} part: cards, kinds, variables, lengths, and what each folder may do. */
public final class ConsequenceCheck {
  /** Characters of the words in a reason. */
  public static final int LONGEST_REASON = 240;

  private static final int LONGEST_VALUE = 500;
  private static final int MOST_STATEMENTS = 8;
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
  private static final Pattern SEGMENT = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final Map<String, ActionCard> cards;
  private final Diagnostics diagnostics;

  public ConsequenceCheck(Map<String, ActionCard> cards, Diagnostics diagnostics) {
    this.cards = cards;
    this.diagnostics = diagnostics;
  }

  public void check(RuleRef rule, List<Consequence> consequences, Variables variables) {
    if (consequences.size() > MOST_STATEMENTS) {
      Place first = consequences.get(MOST_STATEMENTS).place();
      error(first, "too-many", "more than " + MOST_STATEMENTS + " statements in one rule");
    }
    boolean shared = rule.useCase().equals(UseCase.SHARED);
    for (Consequence each : consequences) {
      if (each instanceof Derive derive) derive(derive, shared);
      if (each instanceof Propose propose) propose(propose, shared, variables);
    }
  }

  private void derive(Derive derive, boolean shared) {
    if (!shared) {
      error(
          derive.place(),
          "not-allowed",
          "segments are derived in the folder shared only. Move the rule to shared/segments.drl");
    }
    if (derive.segment().length() > 64 || !SEGMENT.matcher(derive.segment()).matches()) {
      error(
          derive.named(),
          "name",
          "\"" + derive.segment() + "\" is no segment's name. Write lower-case words with hyphens");
    }
  }

  private void propose(Propose propose, boolean shared, Variables variables) {
    if (shared) {
      error(
          propose.place(),
          "not-allowed",
          "the folder shared derives segments and proposes nothing. Move the rule to a use case");
    }
    card(propose);
    text(propose.because(), variables);
    propose.with().forEach((name, term) -> parameter(propose, name, term, variables));
    if (propose.about() != null) about(propose.about(), variables);
  }

  private void card(Propose propose) {
    ActionCard card = cards.get(propose.action());
    if (card == null) {
      error(
          propose.places().action(),
          "unknown-action",
          "no card \""
              + propose.action()
              + "\" in any actions.yaml."
              + Nearest.maybe(propose.action(), cards.keySet()));
    } else if (card.kind() != propose.verb()) {
      error(
          propose.places().verb(),
          "kind",
          "\""
              + propose.action()
              + "\" is a "
              + card.kind().verb()
              + ". Write: decisions."
              + card.kind().verb()
              + "( \""
              + propose.action()
              + "\" )");
    }
  }

  private void text(Text text, Variables variables) {
    int length = 0;
    for (Term part : text.parts()) {
      if (part instanceof Term.Words words) length += words.words().length();
      else term(part, variables);
    }
    if (length == 0) error(text.place(), "because", "the reason is empty. Say why in words");
    if (length > LONGEST_REASON) {
      error(
          text.place(),
          "because",
          "the reason is longer than " + LONGEST_REASON + " letters. Shorten it");
    }
  }

  private void parameter(Propose propose, String name, Term term, Variables variables) {
    Place named = propose.places().names().getOrDefault(name, propose.places().action());
    if (!NAME.matcher(name).matches()) {
      error(
          named, "name", "\"" + name + "\" is no name. Write letters and digits, the first small");
    }
    if (term instanceof Term.Words words && words.words().length() > LONGEST_VALUE) {
      error(
          words.place(),
          "too-long",
          "\"" + name + "\" is longer than " + LONGEST_VALUE + " letters");
    }
    if (term instanceof Text text) text(text, variables);
    else term(term, variables);
  }

  private void term(Term term, Variables variables) {
    if (term instanceof Term.Variable variable) {
      value(variable, variables);
    } else if (term instanceof Term.Arithmetic arithmetic) {
      number(arithmetic.left(), variables);
      number(arithmetic.right(), variables);
    }
  }

  private void value(Term.Variable variable, Variables variables) {
    Bound bound = variables.get(variable.name()).orElse(null);
    if (bound == null) {
      unbound(variable, variables);
    } else if (bound.isFact()) {
      String message =
          "\"" + variable.name() + "\" is a whole fact. Bind the property you mean: $title : title";
      error(variable.place(), "type", message);
    }
  }

  private void number(Term term, Variables variables) {
    if (term instanceof Term.Arithmetic || term instanceof Term.Figure) {
      term(term, variables);
      return;
    }
    if (!(term instanceof Term.Variable variable)) {
      error(term.place(), "type", "only numbers are computed with");
      return;
    }
    Bound bound = variables.get(variable.name()).orElse(null);
    PropertyType type = bound == null ? null : bound.type();
    if (bound == null) {
      unbound(variable, variables);
    } else if (type == null || !type.isNumeric()) {
      error(
          variable.place(),
          "type",
          "\"" + variable.name() + "\" is no number. Join words with \"…\" + $name");
    } else if (!bound.certain()) {
      error(
          variable.place(),
          "unknown-value",
          "\"" + variable.name() + "\" may be unknown. Test its property with != null in \"when\"");
    }
  }

  private void about(Term.Variable item, Variables variables) {
    String name = item.name();
    Bound bound = variables.get(name).orElse(null);
    if (bound == null) {
      unbound(item, variables);
    } else if (!bound.isFact() || bound.fact() != FactType.ITEM) {
      error(
          item.place(), "type", "\"" + name + "\" is no item. Bind one: " + name + " : Item( … )");
    }
  }

  private void unbound(Term.Variable variable, Variables variables) {
    String name = variable.name();
    error(
        variable.place(),
        "unknown-variable",
        "\"" + name + "\" is not bound in \"when\"." + Nearest.maybe(name, variables.names()));
  }

  private void error(Place place, String code, String message) {
    diagnostics.error(place, code, message);
  }
}
