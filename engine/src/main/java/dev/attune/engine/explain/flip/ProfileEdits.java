package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.rule.condition.Property.Reading;
import dev.attune.engine.text.Numbers;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Other values a profile or visit field could have had. */
final class ProfileEdits {
  private final Situation situation;
  private final Vocabulary vocabulary;
  private final Bounds bounds;

  ProfileEdits(Situation situation, Vocabulary vocabulary, Bounds bounds) {
    this.situation = situation;
    this.vocabulary = vocabulary;
    this.bounds = bounds;
  }

  List<Edit> ofProfile(String key, String name) {
    Field field = vocabulary.profile().get(name);
    if (field == null) return List.of();
    ProfileValue known = situation.known().profile().get(name);
    Object now = known == null ? null : known.value();
    Provenance said = Provenance.of(Source.DECLARED, situation.now());
    List<Edit> edits = new ArrayList<>();
    for (Object value : values(FactType.PROFILE, field, now))
      edits.add(
          new Edit(
              key,
              told("profile " + name, now, value),
              before -> before.profile(name, new ProfileValue(value, said))));
    if (now != null)
      edits.add(
          new Edit(key, told("profile " + name, now, null), before -> before.profile(name, null)));
    return edits;
  }

  List<Edit> ofVisit(String key, String name) {
    Field field = vocabulary.visit().get(name);
    if (field == null) return List.of();
    Object now = situation.visit().values().get(name);
    List<Edit> edits = new ArrayList<>();
    for (Object value : values(FactType.VISIT, field, now))
      edits.add(
          new Edit(key, told("visit " + name, now, value), before -> before.visit(name, value)));
    if (now != null)
      edits.add(
          new Edit(key, told("visit " + name, now, null), before -> before.visit(name, null)));
    return edits;
  }

  private static FactChange told(String fact, @Nullable Object from, @Nullable Object to) {
    return new FactChange(fact, words(from), words(to));
  }

  private static String words(@Nullable Object value) {
    if (value == null) return "unknown";
    return value instanceof Collection<?> many
        ? String.join(", ", many.stream().map(Objects::toString).sorted().toList())
        : Numbers.plain(value);
  }

  private List<Object> values(FactType fact, Field field, @Nullable Object now) {
    List<Object> values = new ArrayList<>();
    switch (field.type()) {
      case ONE_OF -> values.addAll(field.values());
      case MANY_OF -> values.addAll(oneMoreOrLess(field, now));
      case TEXT -> values.addAll(bounds.texts(fact, field.name()));
      case NUMBER ->
          bounds.around(fact, "", field.name()).forEach(each -> values.add(each.doubleValue()));
      case FLAG -> values.addAll(List.of(true, false));
      case DATE -> values.addAll(dates(fact, field));
    }
    values.remove(now);
    return values;
  }

  private static List<Object> oneMoreOrLess(Field field, @Nullable Object now) {
    List<Object> values = new ArrayList<>();
    for (String each : field.values()) {
      Set<String> other = new TreeSet<>();
      if (now instanceof Collection<?> many) many.forEach(one -> other.add((String) one));
      if (!other.remove(each)) other.add(each);
      if (!other.isEmpty()) values.add(other);
    }
    return values;
  }

  private List<Object> dates(FactType fact, Field field) {
    LocalDate today = LocalDate.ofInstant(situation.now(), situation.known().zone());
    Set<Object> dates = new LinkedHashSet<>();
    Properties.of(field)
        .filter(property -> property.reading() != Reading.VALUE)
        .forEach(property -> dates(fact, property, today, dates));
    return List.copyOf(dates);
  }

  private void dates(FactType fact, Property property, LocalDate today, Set<Object> dates) {
    int direction = property.reading() == Reading.DAYS_SINCE ? -1 : 1;
    for (int days : bounds.around(fact, "", property.name()))
      dates.add(today.plusDays((long) direction * days));
  }
}
