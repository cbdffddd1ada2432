package dev.attune.engine.rule.compile;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.TypedFacts;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loaded fact types of one vocabulary. Filling them uses no reflection. Thread-safe.
 *
 * @see FactTypeSources
 */
final class FactTypes implements TypedFacts {
  private final DefinedClasses loader;
  private final List<Field> profileFields;
  private final List<Field> visitFields;
  private final Function<Object[], Object> newProfile;
  private final Function<Object[], Object> newVisit;

  /** Compiles and loads the fact types; takes about half a second the first time. */
  FactTypes(Vocabulary vocabulary) {
    loader =
        new DefinedClasses(
            new SandboxLoader(FactTypes.class.getClassLoader()),
            JavaText.compile(FactTypeSources.of(vocabulary)));
    profileFields = List.copyOf(vocabulary.profile().values());
    visitFields = List.copyOf(vocabulary.visit().values());
    newProfile = constructor("Profile");
    newVisit = constructor("Visit");
  }

  /** What rules are compiled and loaded behind: the sandbox and the fact types. */
  ClassLoader loader() {
    return loader;
  }

  @Override
  public Object profile(Facts facts) {
    return newProfile.apply(values(profileFields, facts, name -> value(facts.profile().get(name))));
  }

  @Override
  public Object visit(VisitContext visit, Facts facts) {
    return newVisit.apply(values(visitFields, facts, visit.values()::get));
  }

  private static @Nullable Object value(@Nullable ProfileValue known) {
    return known == null ? null : known.value();
  }

  private static Object[] values(
      Collection<Field> fields, Facts facts, Function<String, @Nullable Object> known) {
    @Nullable Object[] values = new Object[3 * fields.size()];
    int index = 0;
    for (Field field : fields) {
      Object value = known.apply(field.name());
      if (value == null && field.type() == FieldType.MANY_OF) value = Set.of();
      values[index++] = value;
      if (field.type() != FieldType.DATE) continue;
      Integer age = value instanceof LocalDate date ? daysSince(date, facts) : null;
      values[index++] = age;
      values[index++] = age == null ? null : -age;
    }
    return values;
  }

  private static int daysSince(LocalDate date, Facts facts) {
    ZoneId zone = facts.zone();
    return Math.toIntExact(ChronoUnit.DAYS.between(date, LocalDate.ofInstant(facts.now(), zone)));
  }

  @SuppressWarnings("unchecked")
  private Function<Object[], Object> constructor(String type) {
    try {
      Class<?> compiled = loader.loadClass(FactTypeSources.PACKAGE + "." + type);
      return (Function<Object[], Object>) compiled.getField("FROM_VALUES").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("generated fact type " + type + " cannot be used", e);
    }
  }
}
