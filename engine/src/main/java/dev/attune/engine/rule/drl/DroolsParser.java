package dev.attune.engine.rule.drl;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Drools' own parser, its errors turned into diagnostics. */
final class DroolsParser {
  private static final Pattern ERROR =
      Pattern.compile("\\[ERR \\d+\\] Line (\\d+):(\\d+) (.*)", Pattern.DOTALL);
  private static final Pattern INPUT = Pattern.compile("input '(.*?)'", Pattern.DOTALL);

  private DroolsParser() {}

  static Optional<PackageDescr> parse(SourceText source, Diagnostics diagnostics) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr parsed = null;
    try {
      parsed = parser.parse(false, source.text());
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      // Its text is about the parser, not about the file.
      diagnostics.error(start(source), "syntax", "this file cannot be read as rules");
    }
    for (DroolsError error : parser.getErrors()) report(error, source, diagnostics);
    return parser.hasErrors() ? Optional.empty() : Optional.ofNullable(parsed);
  }

  private static void report(DroolsError error, SourceText source, Diagnostics diagnostics) {
    Matcher matcher = ERROR.matcher(error.getMessage());
    if (!matcher.find()) {
      diagnostics.error(start(source), "syntax", "this file cannot be read as rules");
      return;
    }
    int line = Integer.parseInt(matcher.group(1));
    int column = Integer.parseInt(matcher.group(2)) + 1;
    Matcher input = INPUT.matcher(matcher.group(3));
    String word = input.find() ? input.group(1) : "";
    String what = word.isEmpty() ? "this" : "`" + word + "`";
    diagnostics.error(
        source.at(line, column), "syntax", what + " does not fit here. " + advice(word));
  }

  private static String advice(String word) {
    return switch (word) {
      case "=" -> "Compare with ==";
      case "and", "or" -> "Inside a fact write a comma, && or ||";
      case "then", "end" -> "A parenthesis may be missing before it";
      case "?" -> "Write two rules instead of a choice";
      default -> "Facts read Name( property == value, … ), alternatives ( … or … )";
    };
  }

  private static Place start(SourceText source) {
    return new Place(source.file(), 1, 1);
  }
}
