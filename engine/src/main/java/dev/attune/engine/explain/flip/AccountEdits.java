package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.vocabulary.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Consent given or withdrawn, and one interruption less. */
final class AccountEdits {
  private final Situation situation;

  AccountEdits(Situation situation) {
    this.situation = situation;
  }

  List<Edit> consent(String key, String wire) {
    Purpose purpose = Purpose.valueOf(wire.toUpperCase(Locale.ROOT));
    if (purpose == Purpose.SERVICE) return List.of();
    boolean granted = situation.known().consent().allows(purpose);
    FactChange told =
        new FactChange(
            "consent " + wire, granted ? "given" : "not given", granted ? "withdrawn" : "given");
    return List.of(
        new Edit(key, told, before -> before.consent(merged(before, purpose, !granted))));
  }

  private static Consent merged(Situation before, Purpose purpose, boolean granted) {
    Map<Purpose, Boolean> all = new EnumMap<>(Purpose.class);
    all.putAll(before.known().consent().granted());
    all.put(purpose, granted);
    return new Consent(all);
  }

  /** Takes away the showing that {@code name} tells: {@code action@time} or {@code action@id}. */
  List<Edit> attention(String key, String name) {
    String action = name.substring(0, name.lastIndexOf('@'));
    FactChange told = new FactChange("attention", action + " shown or reserved", "not shown");
    return List.of(new Edit(key, told, before -> before.attention(without(before, name))));
  }

  private static Attention without(Situation before, String name) {
    Attention attention = before.known().attention();
    List<Attention.Interruption> spent = new ArrayList<>(attention.spent());
    spent.removeIf(one -> name.equals(one.action() + "@" + one.at()));
    List<Attention.Reservation> reserved = new ArrayList<>(attention.reserved());
    reserved.removeIf(one -> name.equals(one.action() + "@" + one.id()));
    return new Attention(spent, reserved);
  }
}
