package dev.attune.engine.publish.check;

import dev.attune.engine.publish.ceiling.WithinCeiling;
import dev.attune.engine.text.Diagnostics;

/** No placement may produce more distinct results than it declares. */
final class CeilingHolds implements DraftCheck {
  @Override
  public void check(CompiledDraft draft, Diagnostics diagnostics) {
    WithinCeiling.check(draft.release(), diagnostics);
  }
}
