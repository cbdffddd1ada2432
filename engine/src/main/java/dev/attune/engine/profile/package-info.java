/** What a person says about themselves, on its way from words to the profile. */
@NullMarked
package dev.attune.engine.profile;

import org.jspecify.annotations.NullMarked;
