/** Which files make up a rules folder, and how they are read. */
@NullMarked
package dev.attune.engine.rule.folder;

import org.jspecify.annotations.NullMarked;
