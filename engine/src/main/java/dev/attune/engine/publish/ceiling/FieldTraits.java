package dev.attune.engine.publish.ceiling;

import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the fields of a profile and of a visit can be. */
final class FieldTraits {
  private final TraitsByKey traits;
  private final Instant now;

  FieldTraits(TraitsByKey traits, Instant now) {
    this.traits = traits;
    this.now = now;
  }

  /** What a field can be so that it makes a difference. */
  void add(FactType fact, Property property, Literals literals) {
    Field field = property.field();
    if (field == null) return;
    if (fact == FactType.PROFILE) traits.addConsent(field.purpose());
    if (field.type() == FieldType.MANY_OF) {
      for (String value : mentioned(field.values(), literals)) addOneOfMany(fact, field, value);
      return;
    }
    for (Object value : values(property, field, literals)) {
      String told = fact.word() + " " + field.name() + " is " + value;
      if (fact == FactType.VISIT)
        traits.add("visit." + field.name(), told, one -> one.visit.put(field.name(), value));
      else
        traits.add(
            "profile." + field.name(), told, one -> one.profile.put(field.name(), said(value)));
    }
  }

  /** Each value may be there beside all others, so each is a thing of its own. */
  private void addOneOfMany(FactType fact, Field field, String value) {
    String told = fact.word() + " " + field.name() + " contains " + value;
    String key = fact.word() + "." + field.name() + "." + value;
    if (fact == FactType.VISIT)
      traits.add(
          key,
          told,
          one -> one.visit.merge(field.name(), Set.of(value), (old, more) -> union(old, value)));
    else
      traits.add(
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
}
