package dev.attune.engine.action;

import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named slot on a surface.
 *
 * @param id e.g. {@code home.grid}
 * @param size how many actions it holds at most, 1 or more
 * @param kinds the kinds it accepts
 * @param interrupts whether a choice here costs attention
 * @param channel whether it reaches people outside the product (mail, notification)
 * @param ranking what it asks of its order beside class and score
 * @param fallback what to show when nothing was chosen: content trees, byte-identical every time
 * @param ceiling how many different experiences it may be; null: no bound
 */
public record Placement(
    String id,
    int size,
    Set<Kind> kinds,
    boolean interrupts,
    boolean channel,
    Ranking ranking,
    List<Map<String, Object>> fallback,
    @Nullable Ceiling ceiling,
    Place declaredAt) {}
