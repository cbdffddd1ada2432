package dev.attune.api.onboarding.extract;

import java.util.ArrayList;
import java.util.List;

/** What the word lists find in a message, all fields together. */
final class WordReaders {
  private static final List<SlotReader> READERS =
      List.of(
          new RoleReader(),
          new OwnerReader(),
          new TracesReader(),
          new GoalsReader(),
          new HiringReader(),
          new IndustryReader(),
          new ExperienceReader(),
          new YearsReader(),
          new TeamSizeReader(),
          new TeamDenial());

  private WordReaders() {}

  static List<Evidence> found(Reading reading) {
    List<Evidence> met = new ArrayList<>();
    READERS.forEach(reader -> met.addAll(reader.read(reading)));
    List<Evidence> listed = MendedNumber.applied(reading, met);
    List<Evidence> found = new ArrayList<>(listed);
    found.replaceAll(words -> TracesReader.doubted(reading, listed, words));
    return found;
  }
}
