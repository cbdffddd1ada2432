package dev.attune.api.redis;

import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.event.Undeclared;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.health.HealthStore;
import dev.attune.engine.profile.ConversationStore;
import dev.attune.engine.publish.DraftStore;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.shadow.ShadowStore;
import dev.attune.engine.rule.compile.SharedArchives;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/**
 * Every store of one deployment, over the same connections.
 *
 * @param epoch tells this data from an empty or another store
 * @param risks tells how the store may lose data
 */
public record RedisStores(
    RedisLinks links,
    FactStore facts,
    AttentionLedger attention,
    ReleaseStore releases,
    DraftStore drafts,
    SharedArchives archives,
    ShadowStore shadows,
    HealthStore health,
    DecisionRecords records,
    ConversationStore conversations,
    Undeclared undeclared,
    Outcomes outcomes,
    StoreEpoch epoch,
    StoreRisks risks) {
  private static final int RECALLED = 2_000;

  /**
   * Puts the stores on connections.
   *
   * @param space prefixes every key, so that deployments can share a Redis: letters, digits, {@code
   *     -}
   */
  public static RedisStores on(
      RedisLinks links, String space, ConsentDefault consentDefault, InstantSource clock) {
    return on(links, space, consentDefault, clock, RECALLED);
  }

  /**
   * The same.
   *
   * @param recalled of how many people facts are kept in memory until they change; with 0 every
   *     load reads them
   */
  public static RedisStores on(
      RedisLinks links,
      String space,
      ConsentDefault consentDefault,
      InstantSource clock,
      int recalled) {
    Keys keys = new Keys(space);
    Whereabouts whereabouts = new Whereabouts(links, keys, clock);
    Recollection recollection = new Recollection(links, keys, recalled);
    RedisConversations conversations = new RedisConversations(links, keys, whereabouts);
    RedisUndeclared undeclared = new RedisUndeclared(links, keys);
    Erasure erasure =
        new Erasure(links, keys, conversations, undeclared, new LogRewrite(links), clock);
    return new RedisStores(
        links,
        new RedisFactStore(links, keys, whereabouts, erasure, consentDefault, recollection),
        new RedisAttention(links, keys, whereabouts, recollection),
        new RedisReleases(links, keys),
        new RedisDrafts(links, keys),
        new RedisArchives(links, keys),
        new RedisShadows(links, keys),
        new RedisHealthStore(links, keys),
        new RedisDecisionRecords(links, keys, whereabouts),
        conversations,
        undeclared,
        new RedisOutcomes(links, keys),
        new StoreEpoch(links, keys),
        new StoreRisks(links));
  }

  /** Writes what is still gathered and closes the connections. */
  public CompletionStage<Void> close() {
    RedisUndeclared gathered = (RedisUndeclared) undeclared;
    RedisOutcomes counted = (RedisOutcomes) outcomes;
    RedisHealthStore kept = (RedisHealthStore) health;
    return gathered
        .flush()
        .thenCompose(done -> counted.flush())
        .thenCompose(done -> kept.flush())
        .exceptionally(unreachable -> null)
        .thenCompose(done -> links.close());
  }
}
