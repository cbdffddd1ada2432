package dev.attune.engine.fact;

import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Learnt;
import java.util.List;

/**
 * All that is kept about a person, apart from the records of decisions.
 *
 * @param known as it stands
 * @param values every value ever learnt, oldest first, the newest 200
 * @param consents every consent ever given or withdrawn, oldest first
 * @param merged the other names this person is known by
 */
public record Export(
    Known known, List<Learnt> values, List<Consented> consents, List<PersonId> merged) {}
