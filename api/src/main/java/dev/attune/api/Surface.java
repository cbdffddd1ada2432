package dev.attune.api;

import dev.attune.api.config.ServerConfig;
import dev.attune.api.http.CurrentReleaseEndpoint;
import dev.attune.api.http.DecideEndpoint;
import dev.attune.api.http.DecisionMetrics;
import dev.attune.api.http.DraftEndpoints;
import dev.attune.api.http.DraftReplay;
import dev.attune.api.http.Endpoint;
import dev.attune.api.http.ExportDecisionsEndpoint;
import dev.attune.api.http.FixedEndpoints;
import dev.attune.api.http.HealthEndpoints;
import dev.attune.api.http.Operation;
import dev.attune.api.http.PeopleEndpoints;
import dev.attune.api.http.PreviewDraftEndpoint;
import dev.attune.api.http.Proofs;
import dev.attune.api.http.PublishEndpoints;
import dev.attune.api.http.RecordEndpoints;
import dev.attune.api.http.ReleaseEndpoints;
import dev.attune.api.http.ReplayDraftEndpoint;
import dev.attune.api.http.ReportEndpoints;
import dev.attune.api.http.RuleHealthEndpoint;
import dev.attune.api.http.UndeclaredEndpoint;
import dev.attune.api.http.WhyEndpoint;
import dev.attune.api.http.ingest.IngestEndpoints;
import dev.attune.api.redis.RedisStores;
import dev.attune.api.replay.ServerReplay;
import dev.attune.engine.explain.why.WhyService;
import dev.attune.engine.publish.DraftService;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonArray;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Every operation and what serves it. */
final class Surface {
  private Surface() {}

  static Map<Operation, Endpoint> of(
      ServerConfig config,
      Engine engine,
      LiveRules rules,
      RedisStores stores,
      Proofs proofs,
      Conversations conversations,
      Readiness readiness,
      PrometheusMeterRegistry registry,
      InstantSource clock) {
    Map<Operation, Endpoint> endpoints = new EnumMap<>(Operation.class);
    endpoints.put(
        Operation.DECIDE,
        new DecideEndpoint(engine.decisions(), rules::content, new DecisionMetrics(registry)));
    endpoints.put(Operation.READ_RULE_HEALTH, new RuleHealthEndpoint(engine.health()));
    new ReportEndpoints(engine.exposures()).addTo(endpoints);
    new RecordEndpoints(engine.recorder()).addTo(endpoints);
    endpoints.put(Operation.EXPORT_DECISIONS, new ExportDecisionsEndpoint(stores.records(), clock));
    endpoints.put(
        Operation.EXPLAIN_DECISION,
        new WhyEndpoint(
            new WhyService(stores.outcomes()),
            engine.recorder()::find,
            rules.old()::find,
            engine.workers()));
    new IngestEndpoints(engine.events(), () -> rules.content().vocabulary(), clock)
        .addTo(endpoints);
    new PeopleEndpoints(
            stores.facts(),
            stores.attention(),
            rules::content,
            engine.decisions()::forget,
            names -> conversations.service().export(names).thenApply(JsonArray::encode),
            engine.recorder(),
            clock)
        .addTo(endpoints);
    endpoints.put(
        Operation.LIST_UNDECLARED, new UndeclaredEndpoint(stores.undeclared(), rules::content));
    endpoints.put(
        Operation.READ_CURRENT_RELEASE,
        new CurrentReleaseEndpoint(rules.active(), rules.releases()));
    new ReleaseEndpoints(stores.releases(), rules.releases(), rules.publishing(), engine.workers())
        .addTo(endpoints);
    DraftService drafts =
        new DraftService(stores.drafts(), stores.releases(), DraftIds::next, clock);
    new DraftEndpoints(drafts, rules.shadows(), rules::expectBuild).addTo(endpoints);
    DraftReplay replay =
        new DraftReplay(
            rules.publishing(),
            new ServerReplay(stores.records(), rules.old()::find, stores.outcomes(), clock));
    endpoints.put(
        Operation.PREVIEW_DRAFT,
        new PreviewDraftEndpoint(
            drafts, rules.publishing(), engine::decideOn, engine.workers(), clock));
    endpoints.put(Operation.REPLAY_DRAFT, new ReplayDraftEndpoint(drafts, replay));
    new PublishEndpoints(drafts, rules.publishing(), replay).addTo(endpoints);
    new HealthEndpoints(readiness::parts, config.http().openDetails()).addTo(endpoints);
    FixedEndpoints.addTo(endpoints, proofs, registry::scrape);
    return endpoints;
  }
}
