package dev.attune.engine.publish.ceiling;

import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every value that can make a difference to some rules: what the vocabulary lists, and each number
 * and text the rules compare with, the numbers with their neighbours. A fact that no rule reads has
 * no traits.
 */
final class Traits {
  private static final int MOST_ITEMS = 12;

  private final Content content;
  private final Properties properties;
  private final Instant now;
  private final Map<String, Map<String, Trait>> byKey = new LinkedHashMap<>();

  private Traits(Content content, Instant now) {
    this.content = content;
    this.properties = new Properties(content.vocabulary());
    this.now = now;
  }

  /**
   * By what they are about; not to know a thing, or that it never happened, goes without saying.
   */
  static Map<String, List<Trait>> of(Collection<CheckedRule> rules, Content content, Instant now) {
    Traits traits = new Traits(content, now);
    rules.forEach(traits::addRule);
    Map<String, List<Trait>> all = new LinkedHashMap<>();
    traits.byKey.forEach((key, values) -> all.put(key, List.copyOf(values.values())));
    return all;
  }

  private void add(String key, String told, Consumer<Somebody> set) {
    byKey
        .computeIfAbsent(key, first -> new LinkedHashMap<>())
        .putIfAbsent(told, new Trait(key, told, set));
  }

  private void addRule(CheckedRule rule) {
    Literals literals = Literals.of(rule);
    for (WrittenPattern pattern : WrittenPattern.of(rule)) addPattern(pattern, literals);
  }

  private void addPattern(WrittenPattern pattern, Literals literals) {
    switch (pattern.fact()) {
      case PROFILE, VISIT -> fields(pattern).forEach(p -> addField(pattern.fact(), p, literals));
      case ACTIVITY ->
          names(pattern, content.vocabulary().events().keySet())
              .forEach(event -> addEvent(event, literals));
      case FEATURE ->
          names(pattern, content.vocabulary().features().keySet())
              .forEach(name -> addFeature(name, literals));
      case ITEM ->
          names(pattern, content.vocabulary().items().keySet())
              .forEach(kind -> addItems(kind, literals));
      case EXPOSURE ->
          names(pattern, content.cards().keySet())
              .forEach(action -> addEncounters(action, literals));
      case SEGMENT -> {}
    }
    if (!pattern.fact().isSingle()) addConsent(Purpose.PERSONALISATION);
  }

  private static Collection<String> names(WrittenPattern pattern, Set<String> all) {
    return pattern.names().isEmpty() ? all : pattern.names();
  }

  private Set<Property> fields(WrittenPattern pattern) {
    Map<String, Property> declared = properties.of(pattern.fact());
    Set<Property> read = new LinkedHashSet<>();
    for (Constraint constraint : pattern.pattern().constraints())
      Expressions.parts(constraint.expression())
          .filter(Expression.Property.class::isInstance)
          .map(each -> declared.get(((Expression.Property) each).name()))
          .forEach(property -> addKnown(property, read));
    return read;
  }

  private static void addKnown(@Nullable Property property, Set<Property> read) {
    if (property != null && property.field() != null) read.add(property);
  }

  private void addField(FactType fact, Property property, Literals literals) {
    Field field = property.field();
    if (field == null) return;
    if (fact == FactType.PROFILE) addConsent(field.purpose());
    if (field.type() == FieldType.MANY_OF) {
      for (String value : mentioned(field.values(), literals)) addOneOfMany(fact, field, value);
      return;
    }
    for (Object value : values(property, field, literals)) {
      String told = fact.word() + " " + field.name() + " is " + value;
      if (fact == FactType.VISIT)
        add("visit." + field.name(), told, one -> one.visit.put(field.name(), value));
      else add("profile." + field.name(), told, one -> one.profile.put(field.name(), said(value)));
    }
  }

  /** Each value may be there beside all others, so each is a thing of its own. */
  private void addOneOfMany(FactType fact, Field field, String value) {
    String told = fact.word() + " " + field.name() + " contains " + value;
    String key = fact.word() + "." + field.name() + "." + value;
    if (fact == FactType.VISIT)
      add(
          key,
          told,
          one -> one.visit.merge(field.name(), Set.of(value), (old, more) -> union(old, value)));
    else
      add(
          key,
          told,
          one ->
              one.profile.merge(
                  field.name(),
                  said(Set.of(value)),
                  (old, more) -> said(union(old.value(), value))));
  }

  private static Set<String> union(Object values, String value) {
    Set<String> union = new TreeSet<>(Set.of(value));
    if (values instanceof Collection<?> many) many.forEach(each -> union.add((String) each));
    return union;
  }

  private ProfileValue said(Object value) {
    return new ProfileValue(value, Provenance.of(Source.DECLARED, now));
  }

  private List<Object> values(Property property, Field field, Literals literals) {
    List<Object> values = new ArrayList<>();
    switch (field.type()) {
      case ONE_OF -> values.addAll(mentioned(field.values(), literals));
      case MANY_OF -> {}
      case TEXT -> {
        values.addAll(literals.texts());
        values.add("something else");
      }
      case NUMBER -> literals.around().forEach(each -> values.add((double) each));
      case FLAG -> values.addAll(List.of(true, false));
      case DATE -> values.addAll(dates(property, literals));
    }
    return values;
  }

  /** The values the rule names, and one that stands for all others. */
  private static List<String> mentioned(List<String> values, Literals literals) {
    List<String> mentioned = new ArrayList<>();
    boolean others = false;
    for (String value : values) {
      boolean named = literals.texts().contains(value);
      if (named || !others) mentioned.add(value);
      others |= !named;
    }
    return mentioned;
  }

  private List<LocalDate> dates(Property property, Literals literals) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    int direction = property.reading() == Property.Reading.DAYS_SINCE ? -1 : 1;
    Set<LocalDate> dates = new LinkedHashSet<>(List.of(today));
    for (long days : literals.around()) {
      if (Math.abs(days) < 100_000) dates.add(today.plusDays(direction * days));
    }
    return List.copyOf(dates);
  }

  private void addFeature(String name, Literals literals) {
    FeatureType type = content.vocabulary().features().get(name);
    if (type == null) return;
    addEvent(type.adoptedBy(), literals);
    if (type.opportunity() != null) addEvent(type.opportunity(), literals);
    FeatureType before =
        type.after() == null ? null : content.vocabulary().features().get(type.after());
    if (before != null) addEvent(before.adoptedBy(), literals);
  }

  private void addEvent(String event, Literals literals) {
    for (int count : literals.counts()) {
      for (int last : literals.days()) {
        Counter counter = counter(event, count, ago(last));
        add(
            "event." + event,
            event + " " + count + " times, " + last + " days ago",
            one -> one.counters.put(event, counter));
        if (count < 2 || last > 0 || !literals.readsAges()) continue;
        for (int first : literals.days()) {
          Counter spread = counter(event, 1, ago(first)).plus(counter(event, count - 1, now));
          add(
              "event." + event,
              event + " " + count + " times since " + first + " days",
              one -> one.counters.put(event, spread));
        }
      }
    }
  }

  private static Counter counter(String event, int count, Instant at) {
    return new Counter(event, count, at, at, Recent.NONE.plus(at, count));
  }

  private void addItems(String kind, Literals literals) {
    for (int count : literals.counts()) {
      if (count > MOST_ITEMS) continue;
      for (int hours : literals.days()) {
        Instant at = now.minus(Duration.ofHours(hours));
        add(
            "item." + kind,
            count + " open " + kind + " idle for " + hours + " hours",
            one -> items(kind, count, at, null, one));
        add(
            "item." + kind,
            count + " closed " + kind + " of " + hours + " hours ago",
            one -> items(kind, count, at, at, one));
      }
    }
  }

  private static void items(
      String kind, int count, Instant touched, @Nullable Instant closed, Somebody one) {
    for (int i = 0; i < count; i++) {
      String id = "made-up-" + i;
      one.items.put(kind + "/" + id, new ItemState(kind, id, "", touched, closed));
    }
  }

  private void addEncounters(String action, Literals literals) {
    for (int shown : literals.counts()) {
      for (int days : literals.days()) {
        for (int dismissed = 0; dismissed <= 1; dismissed++) {
          for (int accepted = 0; accepted <= 1; accepted++) {
            Encounters met = met(action, shown, ago(days), dismissed, accepted);
            add(
                "encounter." + action,
                action
                    + " shown "
                    + shown
                    + " times, "
                    + days
                    + " days ago, dismissed "
                    + dismissed
                    + ", accepted "
                    + accepted,
                one -> one.encounters.put(action, met));
          }
        }
      }
    }
  }

  private static Encounters met(String action, int shown, Instant at, int dismissed, int accepted) {
    return new Encounters(
        action, List.of(at), shown, dismissed, accepted, 0, null, null, null, false);
  }

  private void addConsent(Purpose purpose) {
    if (purpose == Purpose.SERVICE) return;
    add(
        "consent." + purpose.wire(),
        "did not agree to " + purpose.wire(),
        one -> one.consent.put(purpose, false));
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }
}
