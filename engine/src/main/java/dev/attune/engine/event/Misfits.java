package dev.attune.engine.event;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tells authors of values that were kept before their field got another type. Rules see none of
 * them; without a word, a field would seem to be unknown of people who once told it. Thread-safe.
 */
public final class Misfits {
  private final Supplier<Vocabulary> vocabulary;
  private final Undeclared undeclared;
  private final InstantSource clock;

  public Misfits(Supplier<Vocabulary> vocabulary, Undeclared undeclared, InstantSource clock) {
    this.vocabulary = vocabulary;
    this.undeclared = undeclared;
    this.clock = clock;
  }

  /** Counts the fields whose values do not fit; never blocks, never fails. */
  public Known noted(Known known) {
    Map<String, Field> fields = vocabulary.get().profile();
    for (Map.Entry<String, ProfileValue> one : known.profile().entrySet()) {
      Field field = fields.get(one.getKey());
      if (field != null && !field.type().fits(one.getValue().value()))
        undeclared.seen(
            Undeclared.Part.STORED_VALUE, field.name(), known.person(), clock.instant());
    }
    return known;
  }
}
