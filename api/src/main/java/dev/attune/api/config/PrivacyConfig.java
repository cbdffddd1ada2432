package dev.attune.api.config;

import java.util.List;

/** What stands for people who were never asked. */
public record PrivacyConfig(
    @Setting(
            says =
                "purposes taken as consented to until a person decides, e.g. `personalisation`;"
                    + " none by default")
        List<String> assumed) {}
