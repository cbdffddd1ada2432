/** The policies of arbitration, one file each; their order stands in {@code Policies}. */
@NullMarked
package dev.attune.engine.arbitration.policy;

import org.jspecify.annotations.NullMarked;
