/** Decision tables: a CSV whose rows are rules, written out as DRL and read like any other. */
@NullMarked
package dev.attune.engine.rule.table;

import org.jspecify.annotations.NullMarked;
