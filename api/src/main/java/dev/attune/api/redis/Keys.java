package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Write;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Every key and its time to live. All keys begin with {@code attune:<space>:}, so that several
 * deployments can share a Redis. A person's keys share the hash tag {@code {…}}, so that one script
 * changes them on a cluster too. The tag is a digest of the id: ids of any length and content stay
 * apart, and no key tells who it is about.
 *
 * <pre>
 * attune:s:{tag}:facts      hash    13 months  everything Known holds, one field each (see Form)
 * attune:s:{tag}:entered    zset    100 days   ids of writes, showings, outcomes; score: kept until
 * attune:s:{tag}:history    zset    13 months  values and consents ever told; score: time
 * attune:s:{tag}:decisions  list    90 days    ids of the person's decisions, the newest last
 * attune:s:{tag}:gone       string  30 days    the person was erased
 * attune:s:{tag}:chat       string  13 months  the session the person's conversation goes on in
 * attune:s:chat:{session}:state   string  13 months   what the conversation has found out
 * attune:s:chat:{session}:said    string  30 days     what was said in it
 * attune:s:chat:{session}:turn    string  15 seconds  the turn under way
 * attune:s:{part}:made:{second}  hash  7 days  records of decisions made in a second, by id
 * attune:s:{part}:recent    string  7 days     a bit for each second that has records
 * attune:s:{part}:exposed:{id}  string  90 days  the record of a decision somebody saw
 * attune:s:{undeclared}      hash   30 days    counts of names the vocabulary does not know
 * attune:s:{undeclared}:last hash   30 days    when each was last seen
 * attune:s:{undeclared}:by   hash   30 days    digests of who sent each, while few
 * attune:s:outcomes         hash    none       showings and acceptances by action, over all people
 * attune:s:{budget}:day:{date}    hash    32 days   tokens and money language models cost on a day
 * attune:s:{budget}:session:{id}  string  30 days   tokens language models cost in a conversation
 * attune:s:{health}:day:{date}    hash    100 days  what rules came to on a day, over all people
 * attune:s:{health}:latest        list    100 days  the same in small chapters, the newest first
 * attune:s:{health}:since         hash    400 days  since when each rule, card and placement stands so
 * attune:s:epoch            string  none       tells this data from an empty or other store
 * attune:s:releases         hash    none       the last 20 releases, and which is current
 * attune:s:{built}          hash    1 minute   what nodes built and hand each other
 * attune:s:{drafts}         hash    none       drafts without their files, at most 100
 * attune:s:shadow:{draft}:revision  hash  30 days  what each node's shadow of a draft counted
 * attune:s:{drafts}:files   hash    none       the files of each
 * </pre>
 */
final class Keys {
  static final Duration FACTS = Duration.ofDays(396);
  static final Duration ENTERED = Write.REMEMBERED;
  static final Duration MET = Duration.ofDays(100);
  static final Duration GONE = FactStore.TOMBSTONE;
  static final Duration RECORD = Duration.ofDays(7);
  static final Duration RECENT = RECORD.plus(RecordPlace.SPAN);
  static final Duration RECORD_EXPOSED = Duration.ofDays(90);
  static final Duration SAID = Duration.ofDays(30);
  static final Duration SPENT = Duration.ofDays(32);
  static final Duration TURN = Duration.ofSeconds(15);
  static final Duration SHADOW = Duration.ofDays(30);
  static final Duration BUILT = Duration.ofMinutes(1);
  static final Duration UNDECLARED = Duration.ofDays(30);

  private static final int TAG_BYTES = 18;
  private static final int REMEMBERED = 1 << 10;
  private static final ThreadLocal<MessageDigest> SHA = ThreadLocal.withInitial(Keys::sha256);

  private final String space;

  /** Threads may overwrite each other's: each entry is whole, and can be made again. */
  private final @Nullable Remembered[] recent = new Remembered[REMEMBERED];

  /**
   * @param space letters, digits, hyphens
   */
  Keys(String space) {
    this.space = "attune:" + space + ":";
  }

  /** One person's keys. */
  record Person(byte[] facts, byte[] entered, byte[] history, byte[] decisions, byte[] gone) {
    byte[][] all() {
      return new byte[][] {facts, entered, history, decisions, gone};
    }

    /** What a decision changes. */
    byte[][] ofDecision() {
      return new byte[][] {facts, decisions, gone};
    }
  }

  /** One decision asks more than once, so the latest are remembered. */
  Person person(PersonId id) {
    int at = id.hashCode() & (REMEMBERED - 1);
    Remembered last = recent[at];
    if (last != null && last.id.equals(id)) return last.keys;
    Person made = make(id);
    recent[at] = new Remembered(id, made);
    return made;
  }

  private record Remembered(PersonId id, Person keys) {}

  private Person make(PersonId id) {
    String prefix = prefix(id);
    return new Person(
        bytes(prefix + "facts"),
        bytes(prefix + "entered"),
        bytes(prefix + "history"),
        bytes(prefix + "decisions"),
        bytes(prefix + "gone"));
  }

  byte[] chat(PersonId id) {
    return bytes(prefix(id) + "chat");
  }

  /** What the conversation has found out, what was said, the turn under way. */
  record Chat(byte[] state, byte[] said, byte[] turn) {}

  Chat chat(String session) {
    String prefix = space + "chat:{" + session + "}:";
    return new Chat(bytes(prefix + "state"), bytes(prefix + "said"), bytes(prefix + "turn"));
  }

  /** What models cost on a day and in a session; one script counts both. */
  record Budget(byte[] day, byte[] session) {}

  Budget budget(LocalDate day, String session) {
    String prefix = space + "{budget}:";
    return new Budget(bytes(prefix + "day:" + day), bytes(prefix + "session:" + session));
  }

  /** What models cost in a session, whatever the day. */
  byte[] spent(String session) {
    return budget(LocalDate.EPOCH, session).session();
  }

  byte[] made(RecordPlace place) {
    return bytes(space + '{' + place.part() + "}:made:" + place.second());
  }

  byte[] exposed(String decision) {
    return bytes(space + '{' + RecordPlace.of(decision).part() + "}:exposed:" + decision);
  }

  byte[] recent(String part) {
    return bytes(space + '{' + part + "}:recent");
  }

  /** What was sent, when last, and by whom. */
  record Undeclared(byte[] counts, byte[] last, byte[] by) {
    byte[][] all() {
      return new byte[][] {counts, last, by};
    }
  }

  Undeclared undeclared() {
    String prefix = space + "{undeclared}";
    return new Undeclared(bytes(prefix), bytes(prefix + ":last"), bytes(prefix + ":by"));
  }

  byte[] outcomes() {
    return bytes(space + "outcomes");
  }

  byte[] healthDay(LocalDate day) {
    return bytes(space + "{health}:day:" + day);
  }

  byte[] healthLatest() {
    return bytes(space + "{health}:latest");
  }

  byte[] healthSince() {
    return bytes(space + "{health}:since");
  }

  byte[] epoch() {
    return bytes(space + "epoch");
  }

  byte[] releases() {
    return bytes(space + "releases");
  }

  byte[] built() {
    return bytes(space + "{built}");
  }

  byte[] shadow(String draft, long revision) {
    return bytes(space + "shadow:{" + draft + "}:" + revision);
  }

  /** Drafts, and their files. */
  record Drafts(byte[] drafts, byte[] files) {
    byte[][] all() {
      return new byte[][] {drafts, files};
    }
  }

  Drafts drafts() {
    String prefix = space + "{drafts}";
    return new Drafts(bytes(prefix), bytes(prefix + ":files"));
  }

  private String prefix(PersonId id) {
    return space + '{' + tag(id) + "}:";
  }

  /** A digest of an id, which tells nobody who it is. */
  static String tag(PersonId id) {
    MessageDigest sha = SHA.get();
    sha.update((byte) (id.anonymous() ? 'a' : 'u'));
    byte[] digest = sha.digest(id.value().getBytes(UTF_8));
    byte[] tag = Arrays.copyOf(digest, TAG_BYTES);
    return Base64.getUrlEncoder().encodeToString(tag);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
