/** Reading one DRL file: outline, Drools' parser, and our own forms of its rules. */
@NullMarked
package dev.attune.engine.rule.drl;

import org.jspecify.annotations.NullMarked;
