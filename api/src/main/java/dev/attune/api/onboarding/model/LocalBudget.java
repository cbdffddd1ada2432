package dev.attune.api.onboarding.model;

import dev.attune.engine.profile.ModelBudget;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A budget of one process, for the command line. Safe for any thread. */
public final class LocalBudget implements ModelBudget {
  private final Limits limits;
  private final Map<String, Long> sessionTokens = new HashMap<>();
  private final Map<LocalDate, Long> dayTokens = new HashMap<>();
  private final Map<LocalDate, Long> dayMoney = new HashMap<>();

  public LocalBudget(Limits limits) {
    this.limits = limits;
  }

  @Override
  public synchronized CompletionStage<Boolean> reserve(Spend planned) {
    boolean allowed =
        limits.allow(
            sessionTokens.getOrDefault(planned.session(), 0L) + planned.tokens(),
            dayTokens(planned.day()) + planned.tokens(),
            dayMoney(planned.day()) + planned.money());
    if (allowed) add(planned.session(), planned.day(), planned.tokens(), planned.money());
    return CompletableFuture.completedFuture(allowed);
  }

  @Override
  public synchronized CompletionStage<Void> settle(Spend planned, Spend actual) {
    add(
        planned.session(),
        planned.day(),
        actual.tokens() - planned.tokens(),
        actual.money() - planned.money());
    return CompletableFuture.completedFuture(null);
  }

  public synchronized long dayTokens(LocalDate day) {
    return dayTokens.getOrDefault(day, 0L);
  }

  public synchronized long dayMoney(LocalDate day) {
    return dayMoney.getOrDefault(day, 0L);
  }

  private void add(String session, LocalDate day, long tokens, long money) {
    sessionTokens.merge(session, tokens, Long::sum);
    dayTokens.merge(day, tokens, Long::sum);
    dayMoney.merge(day, money, Long::sum);
  }
}
