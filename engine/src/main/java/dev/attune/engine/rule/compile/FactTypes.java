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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loaded fact types of one vocabulary. Filling them uses no reflection, and leaves out values
 * of other types than the vocabulary's, such as those of a visit that was read before a release.
 * Thread-safe.
 *
 * @see FactTypeSources
 */
final class FactTypes implements TypedFacts {
  private final Map<String, String> sources;
  private final Map<String, byte[]> classes;
  private final ClassLoader loader;
  private final List<Field> profileFields;
  private final List<Field> visitFields;
  private final int profileSize;
  private final int visitSize;
  private final Function<Object[], Object> newProfile;
  private final Function<Object[], Object> newVisit;

  private FactTypes(
      Vocabulary vocabulary, Map<String, String> sources, Map<String, byte[]> classes) {
    this.sources = sources;
    this.classes = classes;
    loader = sandbox(classes);
    profileFields = List.copyOf(vocabulary.profile().values());
    visitFields = List.copyOf(vocabulary.visit().values());
    profileSize = size(profileFields);
    visitSize = size(visitFields);
    newProfile = constructor("Profile");
    newVisit = constructor("Visit");
  }

  /** Compiles the fact types, unless the cache has them, and loads them. */
  static FactTypes of(Vocabulary vocabulary, ArchiveCache cache) {
    Map<String, String> sources = FactTypeSources.of(vocabulary);
    String key = new RuleSources("fact types", Map.of()).key(sources);
    byte[] archive = cache.load(key).orElse(null);
    if (archive == null) {
      archive = Archives.of(JavaText.compile(sources));
      cache.save(key, archive);
    }
    return new FactTypes(vocabulary, sources, Archives.classes(archive));
  }

  /** The allowed classes and these fact types; what rules are compiled and loaded behind. */
  static ClassLoader sandbox(Map<String, byte[]> factClasses) {
    return new DefinedClasses(new SandboxLoader(FactTypes.class.getClassLoader()), factClasses);
  }

  Map<String, String> sources() {
    return sources;
  }

  Map<String, byte[]> classes() {
    return classes;
  }

  /** What rules are compiled and loaded behind: the sandbox and the fact types. */
  ClassLoader loader() {
    return loader;
  }

  @Override
  public Object profile(Facts facts) {
    return newProfile.apply(
        values(profileFields, profileSize, facts, name -> value(facts.profile().get(name))));
  }

  @Override
  public Object visit(VisitContext visit, Facts facts) {
    return newVisit.apply(values(visitFields, visitSize, facts, visit.values()::get));
  }

  private static @Nullable Object value(@Nullable ProfileValue known) {
    return known == null ? null : known.value();
  }

  /** A date is three values. */
  private static int size(List<Field> fields) {
    long dates = fields.stream().filter(field -> field.type() == FieldType.DATE).count();
    return fields.size() + 2 * (int) dates;
  }

  private static Object[] values(
      List<Field> fields, int size, Facts facts, Function<String, @Nullable Object> known) {
    @Nullable Object[] values = new Object[size];
    int index = 0;
    for (Field field : fields) {
      Object found = known.apply(field.name());
      Object value = found != null && field.type().fits(found) ? found : null;
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
