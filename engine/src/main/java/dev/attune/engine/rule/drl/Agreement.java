package dev.attune.engine.rule.drl;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.SourceText;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Holds our outline against what Drools read. Text that two parsers read differently is where
 * attacks hide, so a difference is refused, even where no known construct causes one.
 */
final class Agreement {
  private Agreement() {}

  static boolean check(
      SourceText source, List<RuleOutline> outlines, PackageDescr parsed, Diagnostics diagnostics) {
    if (!holdsOnlyRules(parsed) || parsed.getRules().size() != outlines.size()) {
      Place start = new Place(source.file(), 1, 1);
      diagnostics.error(start, "not-allowed", "only rules may stand in a rules file");
      return false;
    }
    boolean agreed = true;
    for (int i = 0; i < outlines.size(); i++) {
      if (agrees(source, outlines.get(i), parsed.getRules().get(i))) continue;
      agreed = false;
      diagnostics.error(
          outlines.get(i).start().place(),
          "not-allowed",
          "the rule cannot be read without doubt. Write: rule \"name\" when facts then verbs end");
    }
    return agreed;
  }

  private static boolean holdsOnlyRules(PackageDescr parsed) {
    return parsed.getFunctions().isEmpty()
        && parsed.getFunctionImports().isEmpty()
        && parsed.getAccumulateImports().isEmpty()
        && parsed.getTypeDeclarations().isEmpty()
        && parsed.getEnumDeclarations().isEmpty()
        && parsed.getEntryPointDeclarations().isEmpty()
        && parsed.getWindowDeclarations().isEmpty()
        && parsed.getAttributes().isEmpty()
        && parsed.getUnit() == null
        && parsed.getImports().size() <= 1
        && parsed.getGlobals().size() <= 1;
  }

  private static boolean agrees(SourceText source, RuleOutline outline, RuleDescr rule) {
    String written = source.text().substring(outline.then().end(), outline.end().start());
    return rule.getName().equals(outline.name().text())
        && rule.getClass() == RuleDescr.class
        && rule.getAttributes().isEmpty()
        && rule.getAnnotationNames().isEmpty()
        && rule.getParentName() == null
        && rule.getNamedConsequences().isEmpty()
        && String.valueOf(rule.getConsequence()).strip().equals(written.strip());
  }
}
