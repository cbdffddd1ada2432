/** The onboarding conversation: its service and its calls. */
@NullMarked
package dev.attune.api.onboarding;

import org.jspecify.annotations.NullMarked;
