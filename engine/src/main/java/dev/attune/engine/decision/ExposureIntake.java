package dev.attune.engine.decision;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Ladder;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes explicit reports of what a person perceived and did; nothing else counts. Idempotent: the
 * same report counts once. A stage fails only when the store cannot be reached. Thread-safe.
 */
public final class ExposureIntake {
  private final DecisionRecorder recorder;
  private final DecisionRecords records;
  private final AttentionLedger ledger;
  private final Outcomes outcomes;
  private final Reception reception;
  private final Supplier<Rules> active;
  private final InstantSource clock;

  public ExposureIntake(
      DecisionRecorder recorder,
      DecisionRecords records,
      AttentionLedger ledger,
      Outcomes outcomes,
      Reception reception,
      Supplier<Rules> active,
      InstantSource clock) {
    this.recorder = recorder;
    this.records = records;
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.reception = reception;
    this.active = active;
    this.clock = clock;
  }

  /** The person could perceive the action: spends its reservation, counts the showing. */
  public CompletionStage<Receipt> exposed(String decision, String action) {
    return exposed(decision, action, null);
  }

  /**
   * The same of one of the action's choices.
   *
   * @param item {@code kind/id} of the item it is about; null when the action was chosen once
   */
  public CompletionStage<Receipt> exposed(String decision, String action, @Nullable String item) {
    return chosen(decision, action, item, this::spend);
  }

  /**
   * The person accepted, dismissed or snoozed the action, overrode it or asked for less like it.
   */
  public CompletionStage<Receipt> reacted(String decision, String action, ReactionType type) {
    return reacted(decision, action, null, type, null);
  }

  /**
   * The same of one of the action's choices.
   *
   * @param item {@code kind/id} of the item it is about; null when the action was chosen once
   * @param reason why, in the person's words; kept with the outcome
   */
  public CompletionStage<Receipt> reacted(
      String decision,
      String action,
      @Nullable String item,
      ReactionType type,
      @Nullable String reason) {
    return chosen(decision, action, item, (made, chosen) -> react(made, chosen, type, reason));
  }

  private CompletionStage<Receipt> chosen(
      String decision,
      String action,
      @Nullable String item,
      BiFunction<DecisionRecord, Chosen, CompletionStage<Receipt>> report) {
    return recorder
        .find(decision)
        .thenCompose(
            found -> {
              if (found.isEmpty())
                return CompletableFuture.completedFuture(Receipt.UNKNOWN_DECISION);
              DecisionRecord made = found.get();
              List<Chosen> meant = meant(made, action, item);
              if (meant.isEmpty()) return CompletableFuture.completedFuture(Receipt.NOT_CHOSEN);
              return item == null && ofSeveralItems(meant)
                  ? CompletableFuture.completedFuture(Receipt.WHICH_ITEM)
                  : report.apply(made, meant.get(0));
            });
  }

  /** The choices a report may mean. */
  private static List<Chosen> meant(DecisionRecord made, String action, @Nullable String item) {
    return made.chosen().stream()
        .filter(one -> one.action().equals(action))
        .filter(one -> item == null || isAbout(item, one, made))
        .toList();
  }

  /** An action that stands once may be about any item it was proposed for. */
  private static boolean isAbout(String item, Chosen chosen, DecisionRecord made) {
    if (chosen.item() != null) return chosen.item().equals(item);
    return made.candidates().stream()
        .anyMatch(one -> one.action().equals(chosen.action()) && item.equals(one.item()));
  }

  private static boolean ofSeveralItems(List<Chosen> meant) {
    return meant.stream().map(Chosen::item).distinct().count() > 1;
  }

  private CompletionStage<Receipt> spend(DecisionRecord made, Chosen chosen) {
    Showing showing =
        new Showing(showing(made, chosen), chosen.key(), chosen.kind(), chosen.interrupts(), now());
    return ledger
        .spend(made.known().person(), showing)
        .thenApply(
            first -> {
              if (first) {
                outcomes.shown(chosen.action());
                reception.perceived(chosen);
                recorder.written(made.id()).thenCompose(done -> records.keepExposed(made.id()));
              }
              return receipt(first);
            });
  }

  private CompletionStage<Receipt> react(
      DecisionRecord made, Chosen chosen, ReactionType type, @Nullable String reason) {
    String id = showing(made, chosen) + ':' + chosen.key() + ':' + type.wire();
    Instant now = now();
    Reaction reaction =
        new Reaction(
            id, made.id(), chosen.key(), type, now, snoozeUntil(chosen, type, now), reason);
    return ledger
        .react(made.known().person(), reaction)
        .thenApply(
            first -> {
              if (first && type == ReactionType.ACCEPTED) outcomes.accepted(chosen.action());
              if (first && type == ReactionType.OVERRIDDEN) outcomes.overridden(chosen.action());
              if (first) reception.reacted(chosen, type);
              return receipt(first);
            });
  }

  /** Decisions that share a reservation promise the same showing. */
  private static String showing(DecisionRecord made, Chosen chosen) {
    String reservation = chosen.reservation();
    return reservation == null ? made.id() + ':' + chosen.key() : reservation;
  }

  private @Nullable Instant snoozeUntil(Chosen chosen, ReactionType type, Instant now) {
    if (type != ReactionType.SNOOZED) return null;
    ActionCard card = active.get().cards().get(chosen.action());
    return now.plus((card == null ? Ladder.STANDARD : card.ladder()).snooze());
  }

  private static Receipt receipt(boolean first) {
    return first ? Receipt.COUNTED : Receipt.ALREADY_COUNTED;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
