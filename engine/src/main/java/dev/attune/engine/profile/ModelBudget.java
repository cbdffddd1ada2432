package dev.attune.engine.profile;

import java.time.LocalDate;
import java.util.concurrent.CompletionStage;

/**
 * Counts what models cost, per session and per day, for all servers together. Safe for any thread;
 * never blocks. A failed stage means that nothing may be spent.
 */
public interface ModelBudget {
  /** Sets an amount aside; false when the session's or the day's limit would be passed. */
  CompletionStage<Boolean> reserve(Spend planned);

  /** Replaces an amount set aside by what the provider counted. */
  CompletionStage<Void> settle(Spend planned, Spend actual);

  /**
   * An amount spent in one session on one day.
   *
   * @param day in UTC
   * @param money in billionths of the budget's currency
   */
  record Spend(String session, LocalDate day, long tokens, long money) {}

  /**
   * How much may be spent.
   *
   * @param sessionTokens by one session, ever
   * @param dayTokens by all sessions in a day
   * @param dayMoney by all sessions in a day, in billionths of the budget's currency
   */
  record Limits(long sessionTokens, long dayTokens, long dayMoney) {
    public static final Limits DEFAULT = new Limits(12_000, 5_000_000, 20_000_000_000L);

    public boolean allow(long sessionTokens, long dayTokens, long dayMoney) {
      return sessionTokens <= this.sessionTokens
          && dayTokens <= this.dayTokens
          && dayMoney <= this.dayMoney;
    }
  }
}
