package dev.attune.api.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a server that its operator decides. Each setting is documented here and nowhere
 * else; {@link SettingsTable} prints it. Later sources win: defaults, YAML file, environment,
 * flags.
 */
public record ServerConfig(
    @Setting(
            flag = "--data",
            defaultsTo = ".attune",
            says = "folder for the packaged Redis, the keys and compiled rules")
        Path data,
    @Setting(
            flag = "--rules",
            defaultsTo = "rules",
            shipped = true,
            says = "folder with the rules; watched. Where there is none, the one beside `attune`")
        Path rules,
    @Setting(
            flag = "--prompts",
            defaultsTo = "prompts",
            shipped = true,
            says = "folder with the onboarding conversation's prompts; watched. Likewise")
        Path prompts,
    @Setting(
            flag = "--demo",
            defaultsTo = "false",
            says = "sample people, the key `demo`, loopback only")
        boolean demo,
    HttpConfig http,
    RedisConfig redis,
    KeysConfig keys,
    PrivacyConfig privacy,
    @Setting(
            says =
                "the profile under `models` the onboarding conversation uses; none: no model is"
                    + " asked")
        @Nullable String model,
    Map<String, ModelConfig> models,
    ConversationConfig conversation,
    LogConfig log) {}
