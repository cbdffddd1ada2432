/** Timings of the decide path's parts, and the registry all metrics are in. */
@NullMarked
package dev.attune.api.metrics;

import org.jspecify.annotations.NullMarked;
