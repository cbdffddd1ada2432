/**
 * The one file that declares profile fields, events, features, items and visit fields, as types.
 */
@NullMarked
package dev.attune.engine.vocabulary;

import org.jspecify.annotations.NullMarked;
