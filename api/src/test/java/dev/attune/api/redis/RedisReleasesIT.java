package dev.attune.api.redis;

import dev.attune.engine.publish.DraftStore;
import dev.attune.engine.publish.DraftStoreContract;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.ReleaseStoreContract;
import dev.attune.engine.publish.shadow.ShadowStore;
import dev.attune.engine.publish.shadow.ShadowStoreContract;
import dev.attune.engine.rule.compile.SharedArchives;
import dev.attune.engine.rule.compile.SharedArchivesContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class RedisReleasesIT {
  private final RedisStores stores = TestRedis.stores();

  @AfterEach
  void disconnect() {
    TestRedis.close(stores);
  }

  @Nested
  class Releases extends ReleaseStoreContract {
    @Override
    protected ReleaseStore store() {
      return stores.releases();
    }
  }

  @Nested
  class Drafts extends DraftStoreContract {
    @Override
    protected DraftStore store() {
      return stores.drafts();
    }
  }

  @Nested
  class Built extends SharedArchivesContract {
    @Override
    protected SharedArchives archives() {
      return stores.archives();
    }
  }

  @Nested
  class ShadowCounts extends ShadowStoreContract {
    @Override
    protected ShadowStore store() {
      return stores.shadows();
    }
  }
}
