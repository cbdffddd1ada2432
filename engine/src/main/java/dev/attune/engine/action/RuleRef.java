package dev.attune.engine.action;

import dev.attune.engine.text.Place;

/**
 * The rule a candidate came from.
 *
 * @param name in plain words
 * @param intent the sentence above the rule; empty when it has none
 * @param place where the rule starts
 */
public record RuleRef(String useCase, String name, String intent, Place place) {}
