package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;

/** A value that may be unknown, put into a sentence: somebody would read "null days". */
final class UnknownQuoted implements Lint {
  @Override
  public String code() {
    return "unknown-quoted";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Rules.quotes(content)
        .filter(quote -> !quote.bound().certain())
        .forEach(
            quote ->
                diagnostics.warning(
                    quote.variable().place(),
                    code(),
                    "\""
                        + quote.variable().name()
                        + "\" may be unknown and would read \"null\". Test it in \"when\": != null"));
  }
}
