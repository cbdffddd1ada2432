package dev.attune.api.onboarding.extract;

import java.util.Locale;

/** The languages the extractor reads. */
enum Language {
  EN,
  DE,
  FR,
  ES,
  IT,
  PT,
  NL,
  PL,
  SV,
  TR,
  JA,
  ZH,
  RU,
  DA,
  HI;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
