package dev.attune.engine.rule.condition;

import dev.attune.engine.text.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule's variables are bound to. Used by one thread. */
public final class Variables {
  private final Map<String, Bound> bound = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /**
   * What a variable stands for.
   *
   * @param type of the value; null when it stands for a whole fact
   * @param fact the fact it is, or whose property it shows; null for a total
   * @param property the property it shows; null for a fact, a total or a computed value
   * @param certain never unknown
   */
  public record Bound(
      @Nullable PropertyType type,
      @Nullable FactType fact,
      @Nullable Property property,
      boolean certain) {
    public boolean isFact() {
      return type == null;
    }
  }

  public Optional<Bound> get(String name) {
    return Optional.ofNullable(bound.get(name));
  }

  public Set<String> names() {
    return bound.keySet();
  }

  /** Where each is bound, by its name. */
  public Map<String, Place> places() {
    return Collections.unmodifiableMap(places);
  }

  /** False when the name is taken. */
  boolean bind(String name, Bound to, Place place) {
    places.putIfAbsent(name, place);
    return bound.putIfAbsent(name, to) == null;
  }

  /** Variables bound inside {@code not} and the like are not seen outside. */
  Variables inner() {
    Variables inner = new Variables();
    inner.bound.putAll(bound);
    return inner;
  }
}
