/**
 * The stores that keep people, attention and decision records in Redis, and the packaged Redis
 * itself.
 */
@NullMarked
package dev.attune.api.redis;

import org.jspecify.annotations.NullMarked;
