package dev.attune.engine.fact;

import java.util.Map;

/**
 * This request's context, checked and typed by the vocabulary's {@code visit} fields. Rules read it
 * as {@code Visit}, whose typed properties a release generates from the vocabulary.
 *
 * @param values by field name, typed as in {@link ProfileValue}; absent means unknown
 */
public record VisitContext(Map<String, Object> values) {
  public static final VisitContext EMPTY = new VisitContext(Map.of());
}
