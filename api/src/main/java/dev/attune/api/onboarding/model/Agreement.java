package dev.attune.api.onboarding.model;

import dev.attune.engine.profile.Alternative;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Turn;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Brings two readings of one turn together. What both say is believed; where they differ the person
 * is asked; what only the model says is believed when the words bear it out, and asked back
 * otherwise.
 */
public final class Agreement {
  private static final double ASK_BACK = 0.5;

  private final Map<String, Field> fields;
  private final Voucher voucher;

  public Agreement(Map<String, Field> fields, Voucher voucher) {
    this.fields = fields;
    this.voucher = voucher;
  }

  /**
   * Both readings as one.
   *
   * @param disputed fields about which they differ; the alternatives hold both values
   */
  public record Agreed(Extraction extraction, Set<String> disputed) {
    /** One reading alone. */
    public static Agreed of(Extraction extraction) {
      return new Agreed(extraction, Set.of());
    }
  }

  public Agreed agree(Turn turn, Extraction embedded, Extraction model) {
    List<CandidateFact> facts = new ArrayList<>(embedded.facts());
    Map<String, List<Alternative>> alternatives = new LinkedHashMap<>(embedded.alternatives());
    Set<String> disputed = new LinkedHashSet<>();
    for (CandidateFact claim : model.facts()) {
      if (embedded.declined().contains(claim.field()) || !voucher.vouches(turn, claim)) continue;
      Optional<CandidateFact> rival = rival(embedded, claim);
      if (rival.isPresent()) {
        disputed.add(claim.field());
        alternatives.put(claim.field(), both(rival.get(), claim));
      } else {
        join(facts, weighed(embedded, claim));
      }
    }
    return new Agreed(
        new Extraction(facts, embedded.retractions(), declined(embedded, model), alternatives),
        disputed);
  }

  /** Another value of the same single-valued field that the embedded reading is certain of. */
  private Optional<CandidateFact> rival(Extraction embedded, CandidateFact claim) {
    Field field = fields.get(claim.field());
    if (field == null || field.type() == FieldType.MANY_OF) return Optional.empty();
    return embedded.facts().stream()
        .filter(fact -> fact.field().equals(claim.field()) && fact.isCertain())
        .filter(fact -> !fact.value().equals(claim.value()))
        .findFirst();
  }

  private static void join(List<CandidateFact> facts, CandidateFact claim) {
    boolean said =
        facts.stream()
            .anyMatch(fact -> isSame(fact, claim) && fact.confidence() >= claim.confidence());
    if (said) return;
    facts.removeIf(fact -> isSame(fact, claim));
    facts.add(claim);
  }

  private static CandidateFact weighed(Extraction embedded, CandidateFact claim) {
    if (isBorneOut(embedded, claim)) return claim;
    return new CandidateFact(claim.field(), claim.value(), ASK_BACK, claim.quote(), claim.method());
  }

  private static boolean isBorneOut(Extraction embedded, CandidateFact claim) {
    boolean read = embedded.facts().stream().anyMatch(fact -> isSame(fact, claim));
    boolean likely =
        embedded.alternatives().getOrDefault(claim.field(), List.of()).stream()
            .anyMatch(alternative -> alternative.value().equals(claim.value()));
    return read || likely || standsInQuote(claim);
  }

  private static boolean standsInQuote(CandidateFact claim) {
    if (claim.value() instanceof Double number) {
      String digits = String.valueOf(number.longValue());
      return number == Math.rint(number)
          && claim.quote().matches("(?s).*(?<!\\d)" + digits + "(?!\\d).*");
    }
    return claim.value() instanceof String text && text.equalsIgnoreCase(claim.quote().strip());
  }

  private static List<Alternative> both(CandidateFact one, CandidateFact other) {
    return List.of(
        new Alternative(one.value(), one.confidence()),
        new Alternative(other.value(), other.confidence()));
  }

  /** A model may not decline for the person what the embedded reading finds stated. */
  private static Set<String> declined(Extraction embedded, Extraction model) {
    Set<String> declined = new LinkedHashSet<>(embedded.declined());
    for (String field : model.declined()) {
      if (embedded.facts().stream().noneMatch(fact -> fact.field().equals(field))) {
        declined.add(field);
      }
    }
    return declined;
  }

  private static boolean isSame(CandidateFact one, CandidateFact other) {
    return one.field().equals(other.field()) && Objects.equals(one.value(), other.value());
  }
}
