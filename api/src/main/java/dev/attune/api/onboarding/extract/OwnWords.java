package dev.attune.api.onboarding.extract;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks out what a person only passes on: quotations, mark-up, code and mails. Positions stay, so
 * that what is left can be quoted.
 */
final class OwnWords {
  private static final int LONGEST_MESSAGE = 2000;
  private static final int DEEPEST = 8;

  /** The innermost brackets; blanked out again and again until none are left. */
  private static final Pattern BRACKETS = Pattern.compile("[{\\[][^{}\\[\\]]{3,}[}\\]]");

  private static final List<Pattern> PASSED_ON =
      List.of(
          Pattern.compile("```.*?(```|\\z)", Pattern.DOTALL),
          Pattern.compile(
              "(?is)<(script|style|system|instructions?|user|assistant)\\b.*?(</\\1>|\\z)"),
          Pattern.compile("(?s)\\bBEGIN [A-Z][A-Z ]{1,30}\\b.*?(\\bEND\\b|\\z)"),
          Pattern.compile("<!--.*?(-->|\\z)", Pattern.DOTALL),
          Pattern.compile(
              "(?is)<(?!(?:b|i|em|strong|u|p|br|span|small|mark|h[1-6])\\b)([a-z][\\w-]{0,30})\\b[^<>]{0,200}>.*?</\\1\\s*+>"),
          Pattern.compile("<[^<>]{1,200}>"),
          // a call of a function: save_fact(role, recruiter)
          Pattern.compile("\\b[A-Za-z]\\w{0,40}[_.][\\w.]{1,40}+\\([^()]{0,400}\\)"),
          Pattern.compile("(?s)\\{\\s*[\"'][^\"']*[\"']\\s*:.*"), // cut off before its end
          Pattern.compile("\"[\\w -]{1,40}\"\\s*:\\s*(\"[^\"]*\"|[\\w.]+)"),
          Pattern.compile(
              "(?is)(?<![#=*-])(#{2,}+|={3,}+|-{3,}+|\\*{3,}+)\\W*+(end|begin|start|new|system|assistant|admin|ignore|override|instructions?|record)\\b.*"),
          Pattern.compile("(?m)^\\s*>.*$"),
          Pattern.compile("(?ims)^\\s*(-{2,}\\s*)?(begin )?forwarded message.*"),
          Pattern.compile(
              "(?im)^\\s*(system|assistant|developer|from|subject|to|user|user profile|profile|admin|prompt|context|instructions?|tool|tool_?calls?|function|function_?calls?|autofill|pre-?fill)\\s*:.*$"),
          Pattern.compile("[\"“„«»][^\"“”«»]{15,}?[\"”“»«]"),
          Pattern.compile("(?<![\\p{L}\\p{N}])['‘‚][^'‘’]{15,}?['’](?![\\p{L}\\p{N}])"),
          Pattern.compile("(?i)[\"“„«'‘]\\s*(i|i'm|i’m|ich|je|soy|sono)\\b[^\"”»’']*[\"”»’']"),
          Pattern.compile(
              "(?i)\\b(role|industry|experience|team_?size|years_?experience|goals?|user|profile|persona|record)\\s*(?::=|[=-]+>|=+)\\s*[^\\s,;.][^,;.\\n]*"),
          Pattern.compile("https?://\\S+|\\b[^\\s@]{1,64}@[^\\s@]{1,255}\\.\\w+"));
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\r\\t]]");

  private OwnWords() {}

  static String of(String message) {
    String own =
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
    own = INVISIBLE.matcher(own).replaceAll(" ");
    for (int deep = 0; deep < DEEPEST; deep++) own = blank(BRACKETS.matcher(own));
    for (Pattern passage : PASSED_ON) own = blank(passage.matcher(own));
    return own;
  }

  private static String blank(Matcher passages) {
    return passages.replaceAll(passage -> " ".repeat(passage.end() - passage.start()));
  }
}
