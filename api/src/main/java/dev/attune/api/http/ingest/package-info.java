/** Reads what apps report: Segment's tracking contract and CloudEvents, both into events. */
@NullMarked
package dev.attune.api.http.ingest;

import org.jspecify.annotations.NullMarked;
