package dev.attune.api.onboarding.extract;

import org.jspecify.annotations.Nullable;

/**
 * A message put together of parts, and what each part says.
 *
 * @param role {@link Head#NONE} where no part says one
 * @param industry likewise; null where a part may say one
 * @param goal likewise
 */
record Composition(String text, String role, @Nullable String industry, String goal) {

  @Nullable String label(String field) {
    return switch (field) {
      case "role" -> role;
      case "industry" -> industry;
      default -> goal;
    };
  }
}
