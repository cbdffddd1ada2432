package dev.attune.engine.fact;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a person that change when they do something or a day ends, but not from one moment
 * to the next. Immutable. Decisions in a row share it, and with it what a release makes of it.
 * Thread-safe.
 */
public final class Daily {
  static final Daily NOTHING = new Daily(Map.of(), List.of(), List.of(), List.of());

  private final Map<String, ProfileValue> profile;
  private final List<Activity> activities;
  private final List<Feature> features;
  private final List<Exposure> exposures;
  private volatile @Nullable Seen seen;

  private record Seen(WeakReference<Object> by, Object as) {}

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
   * What somebody makes of these facts, made once and kept with them. It must not refer to who made
   * it: these facts may outlive them.
   *
   * @param by told by identity, and not kept from going away
   * @param make always makes the same; asked again only after somebody else asked, and by threads
   *     that ask at the same time
   */
  @SuppressWarnings("unchecked")
  public <T> T seen(Object by, Supplier<T> make) {
    Seen last = seen;
    if (last == null || !last.by().refersTo(by)) {
      last = new Seen(new WeakReference<>(by), make.get());
      seen = last;
    }
    return (T) last.as();
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
