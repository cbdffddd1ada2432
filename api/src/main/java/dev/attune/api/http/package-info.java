/**
 * The HTTP face: operations, who may call them, strict bodies, problem details; no store, no model.
 */
@NullMarked
package dev.attune.api.http;

import org.jspecify.annotations.NullMarked;
