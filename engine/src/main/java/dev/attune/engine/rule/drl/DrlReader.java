package dev.attune.engine.rule.drl;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.ConditionReader;
import dev.attune.engine.rule.consequence.ConsequenceReader;
import dev.attune.engine.rule.token.Lexer;
import dev.attune.engine.rule.token.Token;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads one DRL file that passed the text gate. */
public final class DrlReader {
  private final SourceText source;
  private final String useCase;
  private final Diagnostics diagnostics;

  /**
   * @param useCase the folder's name, which the package must repeat
   */
  public DrlReader(SourceText source, String useCase, Diagnostics diagnostics) {
    this.source = source;
    this.useCase = useCase;
    this.diagnostics = diagnostics;
  }

  /** The rules that read well; empty when the file as a whole does not. */
  public Optional<ParsedFile> read() {
    Diagnostics shape = new Diagnostics();
    List<Token> tokens = Lexer.read(source, shape);
    List<RuleOutline> outlines =
        Nesting.isBounded(tokens, shape) ? Outline.read(source, useCase, tokens, shape) : List.of();
    diagnostics.addAll(shape.sorted());
    // A shape we cannot read ourselves is not handed to another parser.
    if (shape.hasErrors()) return Optional.empty();
    return DroolsParser.parse(source, diagnostics)
        .filter(parsed -> Agreement.check(source, outlines, parsed, diagnostics))
        .map(parsed -> file(tokens, outlines, parsed));
  }

  private ParsedFile file(List<Token> tokens, List<RuleOutline> outlines, PackageDescr parsed) {
    List<ParsedRule> rules = new ArrayList<>();
    for (int i = 0; i < outlines.size(); i++) {
      rule(tokens, outlines.get(i), parsed.getRules().get(i)).ifPresent(rules::add);
    }
    return new ParsedFile(useCase, source.file(), source.text(), List.copyOf(rules));
  }

  private Optional<ParsedRule> rule(List<Token> tokens, RuleOutline outline, RuleDescr descr) {
    Diagnostics own = new Diagnostics();
    List<Condition> conditions = new ConditionReader(source, tokens, own).read(descr.getLhs());
    List<Consequence> consequences =
        ConsequenceReader.read(
            Lexer.read(source, outline.then().end(), outline.end().start(), new Diagnostics()),
            own);
    if (conditions.isEmpty() && !own.hasErrors()) {
      String message = "the rule matches everybody. Write at least one fact, such as Profile()";
      own.error(outline.then().place(), "no-condition", message);
    }
    diagnostics.addAll(own.sorted());
    if (own.hasErrors()) return Optional.empty();
    String intent = Intent.above(source, source.lineOf(outline.start().start()));
    RuleRef ref = new RuleRef(useCase, outline.name().text(), intent, outline.start().place());
    return Optional.of(new ParsedRule(ref, descr, conditions, consequences));
  }
}
