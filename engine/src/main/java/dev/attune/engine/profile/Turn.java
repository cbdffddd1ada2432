package dev.attune.engine.profile;

/**
 * One message of a person.
 *
 * @param number 1-based within the conversation
 * @param text the person's own words, unchanged
 */
public record Turn(int number, String text) {}
