/** The words of the conversation: template files, their check and their reload. */
@NullMarked
package dev.attune.api.onboarding.prompt;

import org.jspecify.annotations.NullMarked;
