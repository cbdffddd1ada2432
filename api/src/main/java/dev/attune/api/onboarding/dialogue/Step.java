package dev.attune.api.onboarding.dialogue;

import java.util.List;

/**
 * The outcome of one turn.
 *
 * @param next the conversation after it
 * @param changes the facts it changed
 * @param understood false when the person wrote something and nothing was made of it
 * @param intent what to say next
 */
public record Step(Conversation next, List<Change> changes, boolean understood, Intent intent) {}
