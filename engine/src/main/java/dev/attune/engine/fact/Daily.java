package dev.attune.engine.fact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a person that change when they do something or a day ends, but not from one moment
 * to the next. Immutable. Decisions in a row share it, and with it what rules see of the profile.
 * Thread-safe.
 */
public final class Daily {
  static final Daily NOTHING = new Daily(Map.of(), List.of(), List.of(), List.of());

  private final Map<String, ProfileValue> profile;
  private final List<Activity> activities;
  private final List<Feature> features;
  private final List<Exposure> exposures;
  private volatile @Nullable Typed typed;

  private record Typed(Object types, Object profile) {}

  Daily(
      Map<String, ProfileValue> profile,
      List<Activity> activities,
      List<Feature> features,
      List<Exposure> exposures) {
    this.profile = profile;
    this.activities = activities;
    this.features = features;
    this.exposures = exposures;
  }

  Map<String, ProfileValue> profile() {
    return profile;
  }

  List<Activity> activities() {
    return activities;
  }

  List<Feature> features() {
    return features;
  }

  List<Exposure> exposures() {
    return exposures;
  }

  /**
   * The profile as an object of a release's own type.
   *
   * @param types names the release's types by its identity
   * @param make asked again only after another release asked
   */
  public Object typed(Object types, Supplier<Object> make) {
    Typed last = typed;
    if (last == null || last.types() != types) {
      last = new Typed(types, make.get());
      typed = last;
    }
    return last.profile();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Daily that
            && profile.equals(that.profile)
            && activities.equals(that.activities)
            && features.equals(that.features)
            && exposures.equals(that.exposures);
  }

  @Override
  public int hashCode() {
    return Objects.hash(profile, activities, features, exposures);
  }

  @Override
  public String toString() {
    return "Daily" + profile + activities + features + exposures;
  }
}
