package dev.attune.engine.fact;

/**
 * A profile field's value with its provenance.
 *
 * @param value {@code String} (one-of, text), {@code Set<String>} (many-of), {@code Double}
 *     (number), {@code Boolean} (flag) or {@code LocalDate} (date), as the vocabulary types it
 */
public record ProfileValue(Object value, Provenance provenance) {}
