package dev.attune.api.onboarding.extract;

import java.util.List;

/** Finds what a message says about one field. */
interface SlotReader {
  List<Evidence> read(Reading reading);
}
