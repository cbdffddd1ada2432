package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Step;
import dev.attune.api.onboarding.prompt.Phraser;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.vocabulary.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a turn brought.
 *
 * @param fields the conversation's fields, most valuable first
 * @param say what the conversation says
 * @param decision null when no placement was named
 */
record Answer(
    Step step,
    Map<String, Field> fields,
    Phraser phraser,
    String say,
    @Nullable Decision decision) {}
