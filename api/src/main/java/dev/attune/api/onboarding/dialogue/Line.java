package dev.attune.api.onboarding.dialogue;

/**
 * One line of the conversation as it was said.
 *
 * @param byPerson false when the conversation said it
 * @param turn 1-based; 0 for the greeting
 * @param text with card numbers, addresses and keys masked
 */
public record Line(boolean byPerson, int turn, String text) {}
