package dev.attune.api.onboarding.extract;

/**
 * The word lists one message is read with.
 *
 * @param cues what steers reading rather than naming a value
 */
record WordLists(
    Lexicon roles, Lexicon industries, Lexicon goals, Lexicon experience, Lexicon cues) {}
