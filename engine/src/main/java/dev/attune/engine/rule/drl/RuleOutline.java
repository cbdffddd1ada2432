package dev.attune.engine.rule.drl;

import dev.attune.engine.rule.token.Token;

/**
 * Where a rule's parts stand.
 *
 * @param start the word {@code rule}
 * @param name the quoted name
 * @param then the word before the consequences
 * @param end the word after them
 */
record RuleOutline(Token start, Token name, Token then, Token end) {}
