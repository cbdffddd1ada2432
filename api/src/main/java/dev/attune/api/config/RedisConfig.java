package dev.attune.api.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where facts are kept, and how long the server waits for them. */
public record RedisConfig(
    @Setting(
            flag = "--redis",
            secret = true,
            says = "`redis://…` or `redis-sentinel://…` of yours; none: the packaged one")
        @Nullable String url,
    @Setting(
            defaultsTo = "attune",
            says = "prefix of every key, so that several servers' data can share one Redis")
        String space,
    @Setting(defaultsTo = "500ms", says = "how long connecting may take") Duration connectTimeout,
    @Setting(defaultsTo = "50ms", says = "how long a read may take; then a decision is `stale`")
        Duration readTimeout,
    @Setting(defaultsTo = "200ms", says = "how long a write may take; then the caller gets 503")
        Duration writeTimeout,
    @Setting(
            defaultsTo = "1000",
            atLeast = 1,
            says = "commands waiting for an answer, per connection; beyond it they are refused")
        int queue) {}
