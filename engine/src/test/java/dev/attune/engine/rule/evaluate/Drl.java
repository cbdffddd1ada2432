package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Writes typed rules as DRL. */
final class Drl {
  private Drl() {}

  static String of(String useCase, List<CheckedRule> rules) {
    return """
        package %s

        import dev.attune.engine.fact.*
        global dev.attune.engine.action.Decisions decisions

        """
            .formatted(useCase)
        + rules.stream().map(Drl::of).collect(Collectors.joining("\n"));
  }

  private static String of(CheckedRule rule) {
    return "rule \"%s\"\nwhen\n%s\nthen\n%s\nend\n"
        .formatted(
            rule.ref().name(),
            rule.conditions().stream().map(Drl::of).collect(Collectors.joining("\n")),
            rule.consequences().stream().map(Drl::of).collect(Collectors.joining("\n")));
  }

  static String of(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      String bound = pattern.variable() == null ? "" : pattern.variable() + " : ";
      return bound + pattern.fact().word() + "( " + commas(pattern.constraints()) + " )";
    }
    if (condition instanceof Condition.Absent absent) return "not( " + of(absent.of()) + " )";
    if (condition instanceof Condition.Present present) {
      return "exists( " + of(present.of()) + " )";
    }
    if (condition instanceof Condition.All all) return joined(all.of(), " and ");
    if (condition instanceof Condition.Any any) return joined(any.of(), " or ");
    Condition.Accumulated totals = (Condition.Accumulated) condition;
    return "accumulate( %s; %s%s )"
        .formatted(
            of(totals.over()),
            totals.totals().stream().map(Drl::of).collect(Collectors.joining(", ")),
            totals.constraints().isEmpty() ? "" : "; " + commas(totals.constraints()));
  }

  private static String joined(List<Condition> conditions, String word) {
    return conditions.stream().map(Drl::of).collect(Collectors.joining(word, "( ", " )"));
  }

  private static String of(Condition.Total total) {
    String bound = total.variable() == null ? "" : total.variable() + " : ";
    String of = total.of() == null ? "" : of(total.of());
    return bound + total.function() + "( " + of + " )";
  }

  private static String commas(List<Constraint> constraints) {
    return constraints.stream().map(Constraint::text).collect(Collectors.joining(", "));
  }

  static String of(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      if (literal.value() instanceof String words) return '"' + words + '"';
      return literal.value() == Expression.Null.NULL ? "null" : literal.value().toString();
    }
    if (expression instanceof Expression.Property property) return property.name();
    if (expression instanceof Expression.Variable variable) return variable.name();
    if (expression instanceof Expression.Unary unary) {
      return unary.operator() + inBrackets(unary.of());
    }
    if (expression instanceof Expression.Binary binary) {
      return "%s %s %s"
          .formatted(inBrackets(binary.left()), binary.operator(), inBrackets(binary.right()));
    }
    Expression.Among among = (Expression.Among) expression;
    return "%s %s ( %s )"
        .formatted(
            of(among.left()),
            among.negated() ? "not in" : "in",
            among.values().stream().map(Drl::of).collect(Collectors.joining(", ")));
  }

  private static String inBrackets(Expression expression) {
    return expression instanceof Expression.Binary ? "( " + of(expression) + " )" : of(expression);
  }

  private static String of(Consequence consequence) {
    if (consequence instanceof Derive derive) {
      return "    insertLogical( new Segment( \"%s\" ) );".formatted(derive.segment());
    }
    Propose propose = (Propose) consequence;
    StringBuilder text = new StringBuilder();
    text.append("    decisions.%s( \"%s\" )".formatted(propose.verb().verb(), propose.action()));
    text.append(".because( %s )".formatted(of(propose.because())));
    propose
        .with()
        .forEach((name, term) -> text.append(".with( \"%s\", %s )".formatted(name, of(term))));
    if (propose.weight() != 1) text.append(".weight( %s )".formatted(propose.weight()));
    if (propose.about() != null) text.append(".about( %s )".formatted(propose.about().name()));
    return text.append(";").toString();
  }

  private static String of(Term term) {
    if (term instanceof Text text) {
      return text.parts().stream().map(Drl::of).collect(Collectors.joining(" + "));
    }
    if (term instanceof Term.Words words) return '"' + words.words() + '"';
    if (term instanceof Term.Figure figure) return figure.number().toString();
    if (term instanceof Term.Flag flag) return String.valueOf(flag.flag());
    if (term instanceof Term.Variable variable) return variable.name();
    Term.Arithmetic arithmetic = (Term.Arithmetic) term;
    return "( %s %s %s )"
        .formatted(of(arithmetic.left()), arithmetic.operator(), of(arithmetic.right()));
  }
}
