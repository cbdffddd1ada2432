package dev.attune.engine.rule.evaluate;

import static dev.attune.engine.rule.evaluate.SmallWorld.HERE;

import dev.attune.engine.action.Kind;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.DrlFile;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * Rules of the small world that use every allowed construct in random combinations. One is left
 * out: Drools 10.2 sessions fail on a tested total of an {@code accumulate} with several functions
 * beside an {@code or}; the walk does not.
 */
final class RandomRules {
  private final Random random;
  private int names;

  RandomRules(long seed) {
    random = new Random(seed);
  }

  UseCase useCase(String name, int rules) {
    List<CheckedRule> checked = new ArrayList<>();
    for (int i = 0; i < rules; i++) checked.add(proposing(name, name + " " + i));
    return file(name, checked);
  }

  /** Each rule derives a segment and reads only segments derived before it. */
  UseCase shared() {
    List<CheckedRule> checked = new ArrayList<>();
    for (int i = 0; i < SmallWorld.SEGMENTS.size(); i++) {
      List<String> before = SmallWorld.SEGMENTS.subList(0, i);
      for (int rule = 0; rule < 3; rule++) {
        Scope scope = new Scope();
        List<Condition> conditions = conditions(scope, before);
        Derive derive = new Derive(SmallWorld.SEGMENTS.get(i), HERE, HERE);
        checked.add(rule(UseCase.SHARED, "segment " + i + rule, conditions, List.of(derive)));
      }
    }
    return file(UseCase.SHARED, checked);
  }

  private static UseCase file(String name, List<CheckedRule> rules) {
    return new UseCase(name, List.of(new DrlFile(name + "/rules.drl", Drl.of(name, rules), rules)));
  }

  private CheckedRule proposing(String useCase, String name) {
    Scope scope = new Scope();
    List<Condition> conditions = conditions(scope, SmallWorld.SEGMENTS);
    List<Consequence> proposals = new ArrayList<>();
    proposals.add(propose(scope));
    if (random.nextInt(4) == 0) proposals.add(propose(scope));
    return rule(useCase, name, conditions, proposals);
  }

  private static CheckedRule rule(
      String useCase, String name, List<Condition> conditions, List<Consequence> consequences) {
    return new CheckedRule(
        new RuleRef(useCase, name, "", HERE),
        new RuleDescr(name),
        conditions,
        new Variables(),
        consequences);
  }

  private Propose propose(Scope scope) {
    List<Term> because = new ArrayList<>(List.of(new Term.Words("because ", HERE)));
    scope.any(random).ifPresent(name -> because.add(new Term.Variable(name, HERE)));
    Map<String, Term> with = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) with.put("plain", new Term.Figure(random.nextInt(9), HERE));
    scope
        .whole(random)
        .ifPresent(
            name ->
                with.put(
                    "sum",
                    new Term.Arithmetic(
                        '+', new Term.Variable(name, HERE), new Term.Figure(1, HERE))));
    return new Propose(
        Kind.NUDGE,
        oneOf(SmallWorld.ACTIONS),
        new Text(because),
        with,
        random.nextInt(3) == 0 ? 1.5 : 1,
        scope.items.isEmpty() ? null : new Term.Variable(oneOf(scope.items), HERE),
        new Propose.Places(HERE, HERE, HERE, Map.of()));
  }

  private List<Condition> conditions(Scope scope, List<String> segments) {
    RandomPatterns patterns = new RandomPatterns(random, segments, this::name);
    List<Condition> conditions = new ArrayList<>();
    int number = 1 + random.nextInt(3);
    boolean withOr = random.nextBoolean();
    for (int i = 0; i < number; i++) conditions.add(condition(scope, patterns, withOr));
    return conditions;
  }

  private Condition condition(Scope scope, RandomPatterns patterns, boolean withOr) {
    return switch (random.nextInt(9)) {
      case 0 -> new Condition.Absent(patterns.pattern(scope.inner()), HERE);
      case 1 -> new Condition.Present(patterns.pattern(scope.inner()), HERE);
      case 2 -> new Condition.Absent(group(scope.inner(), patterns, withOr), HERE);
      case 3 -> new Condition.Present(group(scope.inner(), patterns, withOr), HERE);
      case 4 -> withOr ? either(scope, patterns) : patterns.totals(scope);
      case 5 -> withOr ? patterns.pattern(scope) : patterns.totals(scope);
      default -> patterns.pattern(scope);
    };
  }

  private static Condition either(Scope scope, RandomPatterns patterns) {
    return new Condition.Any(
        List.of(patterns.pattern(scope.inner()), patterns.pattern(scope.inner())), HERE);
  }

  private Condition group(Scope scope, RandomPatterns patterns, boolean withOr) {
    List<Condition> of = List.of(patterns.pattern(scope), patterns.pattern(scope));
    return withOr && scope.isUntouched()
        ? new Condition.Any(of, HERE)
        : new Condition.All(of, HERE);
  }

  private String name() {
    return "$v" + names++;
  }

  private String oneOf(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The variables in reach. */
  static final class Scope {
    final List<String> wholes = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<String> items = new ArrayList<>();
    private int inherited;

    /** What is bound inside stays inside. */
    Scope inner() {
      Scope inner = new Scope();
      inner.wholes.addAll(wholes);
      inner.texts.addAll(texts);
      inner.inherited = wholes.size() + texts.size();
      return inner;
    }

    boolean isUntouched() {
      return wholes.size() + texts.size() == inherited;
    }

    java.util.Optional<String> any(Random random) {
      List<String> all = new ArrayList<>(wholes);
      all.addAll(texts);
      return pick(all, random);
    }

    java.util.Optional<String> whole(Random random) {
      return pick(wholes, random);
    }

    private static java.util.Optional<String> pick(List<String> names, Random random) {
      return names.isEmpty() || random.nextInt(3) == 0
          ? java.util.Optional.empty()
          : java.util.Optional.of(names.get(random.nextInt(names.size())));
    }
  }

  static FactType anyType(Random random) {
    FactType[] types = FactType.values();
    return types[random.nextInt(types.length)];
  }
}
