package dev.attune.api.config;

import java.time.Duration;

/** The bounds of the onboarding conversation. */
public record ConversationConfig(
    @Setting(defaultsTo = "true", says = "load the sentence encoder; without it: words only")
        boolean encoder,
    @Setting(defaultsTo = "8s", says = "how long a model may take for a whole answer")
        Duration modelTimeout,
    @Setting(defaultsTo = "2500ms", says = "how long a model may take for its first word")
        Duration firstToken,
    @Setting(defaultsTo = "64", atLeast = 1, says = "conversations that stream at once")
        int streams,
    @Setting(defaultsTo = "20000", says = "tokens one conversation may spend") long sessionTokens,
    @Setting(defaultsTo = "2000000", says = "tokens all conversations of a day may spend")
        long dayTokens,
    @Setting(defaultsTo = "2000", says = "cents all conversations of a day may spend on models")
        long dayCents) {}
