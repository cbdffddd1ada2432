package dev.attune.api.onboarding;

import dev.attune.api.onboarding.model.Voucher;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.vocabulary.Vocabulary;

/**
 * How words are read at this moment: one vocabulary and what reads by it without a model. A new
 * release brings a new one.
 *
 * @param packVersion what the extractor was made from, kept with every fact
 */
public record Understanding(
    Vocabulary vocabulary, Extractor extractor, Voucher voucher, String packVersion) {}
