package dev.attune.engine.rule;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.condition.ConditionCheck;
import dev.attune.engine.rule.condition.JoinCheck;
import dev.attune.engine.rule.condition.Names;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Variables;
import dev.attune.engine.rule.consequence.ConsequenceCheck;
import dev.attune.engine.rule.drl.ParsedFile;
import dev.attune.engine.rule.drl.ParsedRule;
import dev.attune.engine.text.Diagnostics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks all rules of a folder against what is declared and against each other. */
final class RuleChecks {
  /** Of more than a thousand in one package Drools makes code that the scan of classes refuses. */
  private static final int MOST_RULES = 1_000;

  private final Declarations declared;
  private final boolean derivesAll;
  private final Diagnostics diagnostics;

  /**
   * @param derivesAll whether every rule that derives a segment is among those to be checked
   */
  RuleChecks(Declarations declared, boolean derivesAll, Diagnostics diagnostics) {
    this.declared = declared;
    this.derivesAll = derivesAll;
    this.diagnostics = diagnostics;
  }

  /** The use cases, in the order of folders; complete only when no error was gathered. */
  List<UseCase> check(List<ParsedFile> files) {
    uniqueNames(files);
    bounded(files);
    SegmentOrder.check(files, diagnostics);
    Set<String> segments = derivesAll ? segments(files) : null;
    Names names = new Names(declared.vocabulary(), declared.cards().keySet(), segments);
    ConditionCheck conditions =
        new ConditionCheck(names, new Properties(declared.vocabulary()), diagnostics);
    ConsequenceCheck consequences = new ConsequenceCheck(declared.cards(), diagnostics);
    Map<String, List<DrlFile>> byUseCase = new LinkedHashMap<>();
    for (ParsedFile file : files) {
      List<CheckedRule> rules = new ArrayList<>();
      for (ParsedRule rule : file.rules()) rules.add(check(rule, conditions, consequences));
      byUseCase
          .computeIfAbsent(file.useCase(), name -> new ArrayList<>())
          .add(new DrlFile(file.path(), file.text(), List.copyOf(rules)));
    }
    return byUseCase.entrySet().stream()
        .map(each -> new UseCase(each.getKey(), List.copyOf(each.getValue())))
        .toList();
  }

  private CheckedRule check(
      ParsedRule rule, ConditionCheck conditions, ConsequenceCheck consequences) {
    Variables variables = conditions.check(rule.conditions());
    JoinCheck.check(rule.conditions(), diagnostics);
    consequences.check(rule.ref(), rule.consequences(), variables);
    return new CheckedRule(
        rule.ref(), rule.descr(), rule.conditions(), variables, rule.consequences());
  }

  private static Set<String> segments(List<ParsedFile> files) {
    return files.stream()
        .flatMap(file -> file.rules().stream())
        .flatMap(rule -> rule.consequences().stream())
        .filter(Derive.class::isInstance)
        .map(each -> ((Derive) each).segment())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** One at the first rule too many. */
  private void bounded(List<ParsedFile> files) {
    Map<String, Integer> counts = new HashMap<>();
    for (ParsedFile file : files) {
      for (ParsedRule rule : file.rules()) {
        if (counts.merge(file.useCase(), 1, Integer::sum) != MOST_RULES + 1) continue;
        String message = "more than " + MOST_RULES + " rules in a use case. Make another of some";
        diagnostics.error(rule.ref().place(), "too-many", message);
      }
    }
  }

  private void uniqueNames(List<ParsedFile> files) {
    Map<String, RuleRef> seen = new HashMap<>();
    for (ParsedFile file : files) {
      for (ParsedRule rule : file.rules()) {
        RuleRef ref = rule.ref();
        RuleRef earlier = seen.putIfAbsent(ref.useCase() + "/" + ref.name(), ref);
        if (earlier == null) continue;
        String message = "rule \"" + ref.name() + "\" already stands at " + earlier.place();
        diagnostics.error(ref.place(), "duplicate", message);
      }
    }
  }
}
