/** The server's entry point and its only wiring. */
@NullMarked
package dev.attune.api;

import org.jspecify.annotations.NullMarked;
