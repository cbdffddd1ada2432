package dev.attune.engine.rule;

import java.util.List;

/**
 * One file of rules that passed every check.
 *
 * @param path relative to the rules folder; a decision table's path ends with {@code .csv}
 * @param text the DRL; for a decision table the DRL it stands for
 */
public record DrlFile(String path, String text, List<CheckedRule> rules) {}
