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

  private static final Pattern SHOUTED = Pattern.compile("\\b(AND|OR|NOT|EXISTS)$");
  private static final String FORM =
      "Facts read Name( property == value, … ), alternatives ( … or … )";

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
    Place place = source.at(line, column);
    String before = before(source, place);
    diagnostics.error(place, "syntax", what + " does not fit here. " + advice(word, before));
  }

  /** What stands in the line before a place. */
  private static String before(SourceText source, Place place) {
    String text = source.line(place.line());
    return text.substring(0, Math.min(text.length(), place.column() - 1)).strip();
  }

  private static String advice(String word, String before) {
    if (SHOUTED.matcher(before).find()) return "Write and, or, not, exists in small letters";
    return switch (word) {
      case "is" -> "Compare with == null or != null";
      case "between" -> "Write both ends: count >= 5, count <= 10";
      case "in" -> "A list stands in parentheses: in ( \"a\", \"b\" )";
      case "like", "equals", "startsWith" -> "Compare with ==, or with matches \"an.*\"";
      case "=" -> "Compare with ==";
      case "and", "or" -> "Inside a fact write a comma, && or ||";
      case "then", "end" -> "A parenthesis may be missing before it";
      case "?" -> "Write two rules instead of a choice";
      case ">" -> before.endsWith("<") ? "Not equal is written !=" : FORM;
      case ",", ")" -> before.endsWith(",") ? "Delete the comma before it" : FORM;
      default -> FORM;
    };
  }

  private static Place start(SourceText source) {
    return new Place(source.file(), 1, 1);
  }
}
