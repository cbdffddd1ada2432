/** Drafts evaluated beside the live release, without being served. */
@NullMarked
package dev.attune.engine.publish.shadow;

import org.jspecify.annotations.NullMarked;
