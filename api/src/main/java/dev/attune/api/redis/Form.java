package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.fact.Change.Arranged;
import dev.attune.engine.fact.Change.Closed;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.Change.Touched;
import dev.attune.engine.fact.Change.Zoned;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How facts stand in a person's hash: small texts that the scripts can join. Times are milliseconds
 * since 1970, empty when unknown; U is the unit separator (31), R the record separator (30), G the
 * group separator (29). The profile is one field, because it is read with every decision and
 * written now and then.
 *
 * <pre>
 * c&lt;event&gt;      count;first;last;quarter:count,…
 * i&lt;kind/id&gt;    touched;closed;titled;title
 * p              field=source;time;typed value U quote U turn U method U confidence U pack G …
 * g&lt;purpose&gt;    time;g granted or time;w withdrawn
 * z              time;zone
 * e&lt;key&gt;        shown;dismissed;accepted;snoozed;lastDismissed;lastAccepted;snoozedUntil;less;time,…
 * s              time U kind U key R …               interruptions spent
 * r              until U id U kind U interrupts U key R …      showings reserved
 * a&lt;placement&gt;  time;pinned action U …;hidden action U …
 * o&lt;placement&gt;  time;basis;key U …                 what stood where
 * l              the person these facts were moved to
 * m&lt;person&gt;     a person merged into this one
 * v              a mark that every change of the others but r and l makes anew
 * </pre>
 */
final class Form {
  static final char UNIT = 31;
  static final char RECORD = 30;
  static final char GROUP = 29;

  private static final String PROFILE = "p";

  private Form() {}

  /** A field of the hash and the value to join into it. */
  record Entry(String field, String value) {}

  static Entry of(Counted counted) {
    long at = counted.at().toEpochMilli();
    String quarter = Recent.quarter(counted.at()) + ":1";
    return new Entry('c' + counted.event(), "1;" + at + ';' + at + ';' + quarter);
  }

  static Entry of(Touched touched) {
    String tail = titled(touched.title(), touched.at());
    return item(touched.kind(), touched.id(), touched.at().toEpochMilli() + ";;" + tail);
  }

  static Entry of(Closed closed) {
    String tail = titled(closed.title(), closed.at());
    return item(closed.kind(), closed.id(), ";" + closed.at().toEpochMilli() + ";" + tail);
  }

  /** All that is learnt at once is one entry; empty when nothing is. */
  static Optional<Entry> profile(List<Learnt> learnt) {
    if (learnt.isEmpty()) return Optional.empty();
    StringBuilder text = new StringBuilder(64 * learnt.size());
    for (Learnt one : learnt) {
      if (text.length() > 0) text.append(GROUP);
      value(text.append(one.field()).append('='), one);
    }
    return Optional.of(new Entry(PROFILE, text.toString()));
  }

  private static void value(StringBuilder text, Learnt learnt) {
    Provenance from = learnt.provenance();
    text.append(from.source().ordinal()).append(';').append(from.at().toEpochMilli()).append(';');
    typed(text, learnt.value());
    text.append(UNIT).append(clean(orEmpty(from.quote())));
    text.append(UNIT).append(orEmpty(from.turn()));
    text.append(UNIT).append(clean(orEmpty(from.method())));
    text.append(UNIT).append(orEmpty(from.confidence()));
    text.append(UNIT).append(clean(orEmpty(from.packVersion())));
  }

  static Entry of(Zoned zoned) {
    return new Entry("z", zoned.at().toEpochMilli() + ";" + zoned.zone().getId());
  }

  static Entry of(Consented consented) {
    String decision = consented.at().toEpochMilli() + (consented.granted() ? ";g" : ";w");
    return new Entry('g' + consented.purpose().wire(), decision);
  }

  static Entry of(Arranged arranged) {
    Arrangement arrangement = arranged.arrangement();
    String pinned = String.join("" + UNIT, arrangement.pinned());
    String hidden = String.join("" + UNIT, new TreeSet<>(arrangement.hidden()));
    String value = arrangement.at().toEpochMilli() + ";" + pinned + ';' + hidden;
    return new Entry('a' + arranged.placement(), value);
  }

  static Entry of(String placement, Layout layout) {
    String actions = String.join("" + UNIT, layout.actions());
    String value = layout.at().toEpochMilli() + ";" + layout.basis() + ';' + actions;
    return new Entry('o' + placement, value);
  }

  static Entry shown(Showing showing) {
    return new Entry('e' + showing.action(), "1;0;0;0;;;;0;" + showing.at().toEpochMilli());
  }

  static Entry spent(Showing showing) {
    String parts = showing.at().toEpochMilli() + "" + UNIT + showing.kind().verb() + UNIT;
    return new Entry("s", parts + showing.action());
  }

  static Entry reacted(Reaction reaction) {
    ReactionType type = reaction.type();
    String at = Long.toString(reaction.at().toEpochMilli());
    String until = orEmpty(reaction.snoozeUntil());
    String value =
        switch (type) {
          case DISMISSED, OVERRIDDEN -> "0;1;0;0;" + at + ";;;0;";
          case ACCEPTED -> "0;0;1;0;;" + at + ";;0;";
          case SNOOZED -> "0;0;0;1;;;" + until + ";0;";
          case LESS -> "0;0;0;0;;;;1;";
        };
    return new Entry('e' + reaction.action(), value);
  }

  /** An entry of the history: everything told, the values that lost included. */
  static String told(Learnt learnt) {
    StringBuilder text = new StringBuilder(64);
    value(text.append(PROFILE).append(learnt.field()).append(GROUP), learnt);
    return text.toString();
  }

  static String told(Consented consented) {
    Entry entry = of(consented);
    String by = UNIT + clean(consented.source()) + UNIT + clean(consented.wording());
    return entry.field() + GROUP + entry.value() + by;
  }

  /** An entry of the history: what the person did, and why. */
  static String told(Reaction reaction) {
    return "r"
        + clean(reaction.action())
        + GROUP
        + reaction.at().toEpochMilli()
        + ';'
        + reaction.type().wire()
        + UNIT
        + clean(reaction.decision())
        + UNIT
        + clean(orEmpty(reaction.reason()));
  }

  static String person(PersonId person) {
    return (person.anonymous() ? "a:" : "u:") + person.value();
  }

  static PersonId person(String text) {
    return new PersonId(text.charAt(0) == 'a', text.substring(2));
  }

  /** A mark unlike any other. */
  static byte[] mark() {
    return bytes(Long.toHexString(ThreadLocalRandom.current().nextLong()));
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] bytes(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }

  private static Entry item(String kind, String id, String value) {
    return new Entry('i' + kind + '/' + clean(id), value);
  }

  private static String titled(@Nullable String title, Instant at) {
    return title == null ? ";" : at.toEpochMilli() + ";" + clean(title);
  }

  private static void typed(StringBuilder text, @Nullable Object value) {
    if (value == null) text.append('x');
    else if (value instanceof String said) text.append('s').append(clean(said));
    else if (value instanceof Double number) text.append('n').append(number.doubleValue());
    else if (value instanceof Boolean flag) text.append('f').append(flag ? '1' : '0');
    else if (value instanceof LocalDate date) text.append('d').append(date.toEpochDay());
    else if (value instanceof Set<?> many) many(text.append('m'), many);
    else throw new IllegalArgumentException("no profile value: " + value.getClass());
  }

  private static void many(StringBuilder text, Set<?> values) {
    for (Object value : new TreeSet<>(values)) text.append(clean(value.toString())).append(RECORD);
  }

  private static String orEmpty(@Nullable Object value) {
    if (value instanceof Instant at) return Long.toString(at.toEpochMilli());
    return value == null ? "" : value.toString();
  }

  /** Separators would tear the form apart; no text worth keeping holds control characters. */
  private static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') return text.replaceAll("[\\x00-\\x1F]", " ");
    }
    return text;
  }
}
