package dev.attune.engine.explain;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.explain.Won.Beaten;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.DrlFile;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.rule.UseCase;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an author may be told about somebody who is not named: values of fields that are sayable and
 * no free text, counts and ages, and the names of everything else. A because is told as it was
 * written, with the names of its values; nobody's words are quoted.
 */
public final class Discretion {
  /** What stands where a value would. */
  public static final String HIDDEN = "(not told)";

  private static final Set<String> PEOPLES_OWN = Set.of("id", "title");

  private final Content content;
  private final Properties properties;

  public Discretion(Content content) {
    this.content = content;
    this.properties = new Properties(content.vocabulary());
  }

  /** E.g. {@code Profile: role is marketer}. */
  public String told(UsedFact fact) {
    Object value = maySay(fact.fact(), fact.property()) ? fact.value() : HIDDEN;
    return fact.fact() + ": " + fact.property() + " is " + value;
  }

  /** E.g. {@code Feature: missedOpportunities is 2, needs >= 3}. */
  public String told(Miss miss) {
    String through = miss.through().isEmpty() ? "" : ", because " + told(miss.through().get(0));
    return discreet(miss).sentence() + through;
  }

  /** An explanation as an author may read it. */
  public Explanation of(Explanation whole) {
    List<Won> won = whole.won().stream().map(this::discreet).toList();
    List<Lost> lost = whole.lost().stream().map(this::discreet).toList();
    return new Explanation(whole.decision(), whole.release(), won, lost, whole.agrees());
  }

  private Won discreet(Won won) {
    return new Won(
        won.placement(),
        won.action(),
        discreet(won.item()),
        won.rank(),
        won.rule(),
        because(won.rule(), won.action()),
        won.facts().stream().map(this::discreet).toList(),
        won.parts(),
        won.score(),
        won.drawn(),
        won.beat().stream().map(this::discreet).toList());
  }

  private Beaten discreet(Beaten beaten) {
    return new Beaten(beaten.action(), discreet(beaten.item()), beaten.by());
  }

  /** Of an item only its kind is told. */
  private static @Nullable String discreet(@Nullable String item) {
    return item == null ? null : item.substring(0, item.indexOf('/') + 1) + HIDDEN;
  }

  private UsedFact discreet(UsedFact fact) {
    Provenance known = fact.provenance();
    Provenance unquoted =
        known == null
            ? null
            : new Provenance(
                known.source(),
                known.at(),
                null,
                known.turn(),
                known.method(),
                known.confidence(),
                known.packVersion());
    Object value = maySay(fact.fact(), fact.property()) ? fact.value() : HIDDEN;
    return new UsedFact(
        fact.fact(), fact.property(), value, unquoted, fact.sayable(), fact.place());
  }

  private Lost discreet(Lost lost) {
    List<Miss> misses = lost.misses().stream().map(this::discreet).toList();
    Obstacle obstacle = lost.obstacle();
    for (int i = 0; i < misses.size(); i++) {
      Miss raw = lost.misses().get(i);
      Miss told = misses.get(i);
      if (!obstacle.place().equals(raw.place()) || !obstacle.words().startsWith(raw.sentence()))
        continue;
      String consent = obstacle.words().substring(raw.sentence().length());
      obstacle =
          new Obstacle(
              told.sentence() + consent,
              obstacle.place(),
              obstacle.constraint(),
              told.actual(),
              obstacle.needed());
      break;
    }
    return new Lost(
        lost.placement(), lost.action(), discreet(lost.item()), lost.reason(), obstacle, misses);
  }

  private Miss discreet(Miss miss) {
    String property = miss.property();
    boolean tells = property == null || miss.actual() == null || maySay(miss.fact(), property);
    return new Miss(
        miss.rule(),
        miss.place(),
        miss.form(),
        miss.fact(),
        miss.constraint(),
        property,
        tells ? miss.actual() : HIDDEN,
        miss.operator(),
        miss.needed(),
        miss.through().stream().map(this::discreet).toList());
  }

  /**
   * Whether a value may be told.
   *
   * @param fact e.g. {@code Profile} or {@code Item draft}
   */
  public boolean maySay(String fact, String property) {
    String word = fact.contains(" ") ? fact.substring(0, fact.indexOf(' ')) : fact;
    if (word.equals(FactType.ITEM.word())) return !PEOPLES_OWN.contains(property);
    for (FactType type : FactType.values()) {
      if (!type.isSingle() || !type.word().equals(word)) continue;
      Map<String, Property> declared = properties.of(type);
      Property known = declared.get(property);
      Field field = known == null ? null : known.field();
      return field != null && field.sayable() && field.type() != FieldType.TEXT;
    }
    return true;
  }

  /** The because of the rule, as its author wrote it. */
  public String because(RuleRef rule, String action) {
    for (UseCase useCase : content.useCases()) {
      for (DrlFile file : useCase.files()) {
        for (CheckedRule one : file.rules()) {
          if (!one.ref().equals(rule)) continue;
          for (Consequence each : one.consequences()) {
            if (each instanceof Propose propose && propose.action().equals(action))
              return written(propose.because());
          }
        }
      }
    }
    return "";
  }

  private static String written(Term term) {
    if (term instanceof Text text)
      return text.parts().stream().map(Discretion::written).collect(Collectors.joining());
    if (term instanceof Term.Words words) return words.words();
    if (term instanceof Term.Variable variable) return "{" + variable.name().substring(1) + "}";
    if (term instanceof Term.Arithmetic sum)
      return written(sum.left()) + ' ' + sum.operator() + ' ' + written(sum.right());
    return String.valueOf(term.value(name -> null));
  }
}
