package dev.attune.api.redis;

import dev.attune.engine.profile.ModelBudget;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What language models cost, counted once for all servers. */
public final class RedisModelBudget implements ModelBudget {
  private static final Script RESERVE = Script.alone("budget-reserve");
  private static final Script SETTLE = Script.alone("budget-settle");

  private final RedisLinks links;
  private final Keys keys;
  private final Limits limits;

  /**
   * @param space prefixes every key, as for the other stores of the deployment
   */
  public RedisModelBudget(RedisLinks links, String space, Limits limits) {
    this.links = links;
    this.keys = new Keys(space);
    this.limits = limits;
  }

  @Override
  public CompletionStage<Boolean> reserve(Spend planned) {
    return run(
            RESERVE,
            planned,
            planned.tokens(),
            planned.money(),
            limits.sessionTokens(),
            limits.dayTokens(),
            limits.dayMoney(),
            Keys.SPENT.toMillis(),
            Keys.SAID.toMillis())
        .thenApply(allowed -> allowed == 1);
  }

  @Override
  public CompletionStage<Void> settle(Spend planned, Spend actual) {
    return run(
            SETTLE, planned, actual.tokens() - planned.tokens(), actual.money() - planned.money())
        .thenApply(total -> null);
  }

  private CompletionStage<Long> run(Script script, Spend spend, long... amounts) {
    Keys.Budget budget = keys.budget(spend.day(), spend.session());
    List<byte[]> args = Arrays.stream(amounts).mapToObj(Form::bytes).toList();
    return script.run(
        links.here(),
        Patience.WRITE,
        new byte[][] {budget.day(), budget.session()},
        args,
        () -> new IntegerOutput<>(ByteArrayCodec.INSTANCE));
  }
}
