package dev.attune.api.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys callers show. What is not given is made at the first start and kept in the data folder.
 */
public record KeysConfig(
    @Setting(
            secret = true,
            says = "server keys (`sk_…`), separated by commas; none: made and printed once")
        List<String> server,
    @Setting(
            secret = true,
            says = "client keys (`pk_…`), separated by commas; none: made and printed once")
        List<String> client,
    @Setting(
            secret = true,
            says = "author keys (`ak_…`) for drafts and releases; none: made and printed once")
        List<String> author,
    @Setting(
            secret = true,
            says =
                "secret that signs anonymous ids and proves people (HMAC-SHA256, HS256); none: made")
        @Nullable String person,
    @Setting(
            secret = true,
            says =
                "secret of the tokens (HS256) that prove people; needed where people choose their"
                    + " own ids, which `keys.person` signs too; none: `keys.person`")
        @Nullable String token,
    @Setting(
            defaultsTo = "0",
            says =
                "calls a second that each server key may make of this server, beyond it 429; 0: any"
                    + " number")
        int serverRate,
    @Setting(
            defaultsTo = "0",
            says = "the same for each client key; pages of all visitors share theirs")
        int clientRate) {}
