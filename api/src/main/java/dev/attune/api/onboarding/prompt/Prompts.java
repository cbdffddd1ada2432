package dev.attune.api.onboarding.prompt;

import dev.attune.engine.vocabulary.Purpose;
import java.util.Map;

/**
 * One checked version of all words. Immutable.
 *
 * @param extract the model's instruction for reading facts out of a message
 * @param rephrase the model's instruction for saying one of our sentences more warmly
 * @param sentences what is said without a model
 * @param purposes what a field is kept for, in words
 * @param values how a value of the vocabulary is said, where its name does not say it well
 * @param version short hash of the folder's files
 */
public record Prompts(
    Template extract,
    Template rephrase,
    Map<Sentence, Template> sentences,
    Map<Purpose, String> purposes,
    Map<String, String> values,
    Commands commands,
    String version) {}
