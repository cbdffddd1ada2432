package dev.attune.engine.decision;

import dev.attune.engine.fact.Known;
import java.time.Duration;

/** What a decision may rest on, and how good it is. */
record LoadedFacts(Known known, State state, StateReason reason, Duration age) {}
