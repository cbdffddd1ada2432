package dev.attune.api.onboarding.extract;

import java.util.function.UnaryOperator;

/** How exactly a word must be met to be the one in a list. */
enum Form {
  /** As it stands. */
  EXACT(word -> word),
  /** One or several of them. */
  SINGULAR(Stem::singular),
  /** In any English form. */
  STEM(Stem::of),
  /** In any number, gender or case of another language. */
  INFLECTED(Ending::cut);

  private final UnaryOperator<String> fold;

  Form(UnaryOperator<String> fold) {
    this.fold = fold;
  }

  String of(String word) {
    return fold.apply(word);
  }
}
