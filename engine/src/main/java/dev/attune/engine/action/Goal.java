package dev.attune.engine.action;

import java.time.Duration;

/** What an action is for: the event it hopes for, and how long after an exposure it counts. */
public record Goal(String event, Duration within) {}
