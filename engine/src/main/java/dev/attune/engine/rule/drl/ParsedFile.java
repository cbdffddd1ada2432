package dev.attune.engine.rule.drl;

import java.util.List;

/**
 * A file that reads well.
 *
 * @param path relative to the rules folder
 */
public record ParsedFile(String useCase, String path, String text, List<ParsedRule> rules) {}
