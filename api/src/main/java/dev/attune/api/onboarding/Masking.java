package dev.attune.api.onboarding;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what nobody here needs to know out of a person's words: card numbers, bank accounts, e-mail
 * addresses, phone numbers, keys. It stands at the door: what it removes is never stored, logged or
 * sent to a model.
 */
public final class Masking {
  private record Kind(String mask, Pattern pattern, Predicate<String> holds) {}

  /** The order matters: a card number also looks like a phone number. */
  private static final List<Kind> KINDS =
      List.of(
          kind("[key]", "-----BEGIN [A-Z ]+-----[\\s\\S]{0,1800}?(?:-----END [A-Z ]+-----|$)"),
          kind("[key]", "\\beyJ[\\w-]{5,}\\.[\\w-]{5,}\\.[\\w-]*"),
          kind("[key]", "\\b(?:sk|pk|rk|ghp|gho|ghs|xox[abp]|glpat|AIza|AKIA|hf)[-_]?[\\w-]{12,}"),
          kind("[key]", "\\b[A-Za-z0-9+/_-]{32,}={0,2}", Masking::looksRandom),
          kind("[e-mail]", "[\\w.+%'-]{1,64}\\s?@\\s?[\\w-]{1,63}(?:\\.[\\w-]{1,63})+"),
          kind(
              "[account]",
              "\\b[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?\\b",
              Masking::isIban),
          kind("[card]", "(?<![\\w])\\d(?:[ .-]?\\d){12,18}(?![\\w])", Masking::isCard),
          kind(
              "[phone]",
              "(?<![\\w.])(?:\\+|00)?\\(?\\d(?:[ ()./-]{0,3}\\d){6,14}(?![\\w])",
              Masking::isPhone));

  private Masking() {}

  /** The text with a short name in square brackets for each thing removed. */
  public static String mask(String text) {
    String masked = text;
    for (Kind kind : KINDS) {
      Matcher matcher = kind.pattern().matcher(masked);
      masked = matcher.replaceAll(found -> Matcher.quoteReplacement(replacement(kind, found)));
    }
    return masked;
  }

  private static String replacement(Kind kind, MatchResult found) {
    return kind.holds().test(found.group()) ? kind.mask() : found.group();
  }

  private static Kind kind(String mask, String pattern) {
    return kind(mask, pattern, found -> true);
  }

  private static Kind kind(String mask, String pattern, Predicate<String> holds) {
    return new Kind(mask, Pattern.compile(pattern), holds);
  }

  /** The check digit every card number carries. */
  private static boolean isCard(String found) {
    String digits = digits(found);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** The remainder every bank account number leaves. */
  private static boolean isIban(String found) {
    String account = found.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    if (account.length() < 15) return false;
    StringBuilder number = new StringBuilder();
    for (char c : (account.substring(4) + account.substring(0, 4)).toCharArray()) {
      number.append(Character.digit(c, 36));
    }
    return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  /** Years and ranges of years are not phone numbers. */
  private static boolean isPhone(String found) {
    boolean years = found.matches("(?:19|20)\\d\\d\\s?[-/.]\\s?(?:19|20)\\d\\d");
    boolean date = found.matches("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");
    return !years && !date;
  }

  private static boolean looksRandom(String found) {
    boolean letters = found.chars().anyMatch(Character::isLetter);
    boolean digits = found.chars().anyMatch(Character::isDigit);
    return letters && digits;
  }

  private static String digits(String found) {
    return found.replaceAll("\\D", "");
  }
}
