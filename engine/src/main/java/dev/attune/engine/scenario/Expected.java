package dev.attune.engine.scenario;

import dev.attune.engine.arbitration.ReasonCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is to come to; null parts are not checked.
 *
 * @param decides the chosen actions, best first, each with its because text, which is empty when
 *     any will do; actions that are not listed must not be chosen
 * @param suppresses the actions that were not chosen, with their reasons; candidates that are not
 *     listed must not be suppressed
 */
public record Expected(
    @Nullable Map<String, String> decides, @Nullable Map<String, ReasonCode> suppresses) {}
