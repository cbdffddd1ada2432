package dev.attune.engine.action;

import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where, how often and how important an action is, and what it says. Who gets it and why stands in
 * the rules.
 *
 * @param id unique over all use cases
 * @param useCase the folder that declares it
 * @param placements ids of the placements it may stand in, at least one
 * @param topic what it is about, e.g. {@code learning}: placements may bound how much of it they
 *     show; null: nothing in particular
 * @param affinity events that show that a person makes use of it
 * @param priority 0 to 100, within its class
 * @param value what an acceptance is worth, relative to other actions; 1 by default
 * @param purpose what the person must have agreed to; {@code SERVICE} needs no consent
 * @param window when it is published; {@code published: false} never is
 * @param published false keeps it out of every decision
 * @param excludes ids of actions that may not stand beside it in one decision
 * @param goal null when it hopes for no event
 * @param forEachItem whether it stands once for each item that rules propose it about, with caps,
 *     rests and reactions of its own; otherwise it stands once, about the best of them
 * @param content what the app renders: a JSON-like tree of maps, lists, strings, numbers, booleans
 * @param keys where each key the card says stands
 */
public record ActionCard(
    String id,
    String useCase,
    Kind kind,
    List<String> placements,
    ActionClass actionClass,
    @Nullable String topic,
    Set<String> affinity,
    int priority,
    double value,
    Purpose purpose,
    boolean published,
    Window window,
    Cap cap,
    CoolDown coolDown,
    Ladder ladder,
    Prior prior,
    Set<String> excludes,
    @Nullable Goal goal,
    boolean forEachItem,
    Map<String, Object> content,
    Place declaredAt,
    Map<String, Place> keys) {

  /** Where a key of the card stands; where the card does when it does not say it. */
  public Place placeOf(String key) {
    return keys.getOrDefault(key, declaredAt);
  }
}
