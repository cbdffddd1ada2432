package dev.attune.engine.fact;

/**
 * A declared feature as this person uses it; one fact for every declared feature.
 *
 * @param adopted whether the adopting event ever happened
 * @param critical as the vocabulary declares it
 * @param missedOpportunities how often it would have helped while not adopted
 * @param uses how often the adopting event happened
 * @param ready whether the feature it comes after is adopted, or there is none
 */
public record Feature(
    String name,
    boolean adopted,
    boolean critical,
    int missedOpportunities,
    int uses,
    boolean ready) {}
