package dev.attune.api.onboarding.model;

import dev.attune.api.onboarding.model.StubProvider.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways a provider fails, each with the failure it must end as. */
public final class Faults {
  /** Words of the provider that may never be seen outside. */
  public static final String PLANTED = "planted-provider-words sk-planted-0123456789abcdef";

  private Faults() {}

  /**
   * @param behaviour what the provider does
   * @param ends the failure of the call; null when it is an answer whose content is at fault
   * @param requests how many requests the provider sees
   */
  public record Fault(Behaviour behaviour, Failure ends, int requests) {}

  public static Map<String, Fault> scripted() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("401", refused(401));
    faults.put("403", refused(403));
    faults.put("404", refused(404));
    faults.put("redirect", refused(302));
    faults.put("429 without Retry-After", status(429, Failure.RATE_LIMITED, 2));
    faults.put("429 with Retry-After 1", status(429, Failure.RATE_LIMITED, 2, "Retry-After: 1"));
    faults.put("429 with Retry-After 60", status(429, Failure.RATE_LIMITED, 1, "Retry-After: 60"));
    faults.put("500", status(500, Failure.PROVIDER_ERROR, 2));
    faults.put("503", status(503, Failure.PROVIDER_ERROR, 2));
    faults.put("reset", new Fault(exchange -> exchange.reset(), Failure.UNREACHABLE, 2));
    faults.put("closed unanswered", new Fault(exchange -> {}, Failure.UNREACHABLE, 2));
    faults.put("slow headers", new Fault(exchange -> exchange.stall(), Failure.SLOW_START, 1));
    faults.put(
        "headers and then nothing",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.stall();
            },
            Failure.SLOW_START,
            1));
    faults.put(
        "stall in the middle",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.piece("{\"role\":");
              exchange.stall();
            },
            Failure.STALLED,
            1));
    faults.put(
        "drip for ever",
        new Fault(
            exchange -> {
              exchange.begin();
              while (true) {
                exchange.piece("x");
                Thread.sleep(100);
              }
            },
            Failure.TOO_LATE,
            1));
    faults.put(
        "death in the middle",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.piece("{\"role\":");
            },
            Failure.UNFINISHED,
            1));
    faults.put(
        "reset in the middle",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.piece("{\"role\":");
              Thread.sleep(50);
              exchange.reset();
            },
            Failure.UNFINISHED,
            1));
    faults.put(
        "empty answer",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.finish("stop");
              exchange.usage(10, 0);
            },
            Failure.UNREADABLE,
            1));
    faults.put(
        "empty object as an event",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.event("{}");
              exchange.event("[DONE]");
            },
            Failure.UNFINISHED,
            1));
    faults.put(
        "events that are not JSON",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.event("<html>" + PLANTED + "</html>");
            },
            Failure.UNREADABLE,
            1));
    faults.put("cut at the greatest length", finished("length", Failure.TOO_LONG));
    faults.put("content filter", withheld());
    faults.put(
        "refusal",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.event(
                  "{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\""
                      + PLANTED
                      + "\"},\"finish_reason\":null}]}");
              exchange.finish("stop");
              exchange.usage(10, 3);
            },
            Failure.UNREADABLE,
            1));
    faults.put(
        "tool call",
        new Fault(
            exchange -> {
              exchange.begin();
              exchange.event(
                  "{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,"
                      + "\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"write\","
                      + "\"arguments\":\"{}\"}}]},\"finish_reason\":null}]}");
              exchange.finish("tool_calls");
              exchange.usage(10, 3);
            },
            Failure.UNREADABLE,
            1));
    faults.put(
        "an answer of a megabyte",
        new Fault(
            exchange -> {
              exchange.begin();
              for (int i = 0; i < 1024; i++) exchange.piece("x".repeat(1024));
              exchange.finish("stop");
            },
            Failure.TOO_LONG,
            1));
    faults.put(
        "invalid UTF-8",
        new Fault(
            exchange -> {
              exchange.begin();
              byte[] event =
                  "data: {\"choices\":[{\"delta\":{\"content\":\"".getBytes(StandardCharsets.UTF_8);
              exchange.bytes(event);
              exchange.bytes(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, (byte) 0xFE});
              exchange.send("\"}}]}\n\n");
            },
            Failure.UNFINISHED,
            1));
    return faults;
  }

  /** Answers that come well and say nothing that may be believed. */
  public static Map<String, String> unbelievable() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("an empty object", "{}");
    answers.put("not JSON", "I think this person is a marketer.");
    answers.put("cut JSON", "{\"role\":{\"value\":\"marketer\",\"quote\":\"mark");
    answers.put("an array", "[\"marketer\"]");
    answers.put("null", "null");
    answers.put("a wrong enum", "{\"role\":{\"value\":\"astronaut\",\"quote\":\"hello\"}}");
    answers.put("an extra field", "{\"salary\":{\"value\":\"high\",\"quote\":\"hello\"}}");
    answers.put(
        "a wrong type", "{\"role\":[1,2,3],\"goals\":\"hello\",\"teamSize\":{\"value\":\"x\"}}");
    answers.put("no quote", "{\"role\":{\"value\":\"marketer\"}}");
    answers.put(
        "a made-up quote", "{\"role\":{\"value\":\"marketer\",\"quote\":\"I am a marketer\"}}");
    answers.put("an empty quote", "{\"role\":{\"value\":\"marketer\",\"quote\":\"\"}}");
    answers.put("deep nesting", "{\"role\":".repeat(2000));
    answers.put("markup", "<script>alert(1)</script>");
    answers.put("another language", "${jndi:ldap://127.0.0.1/x}");
    return answers;
  }

  static Fault withheld() {
    return finished("content_filter", Failure.WITHHELD);
  }

  private static Fault refused(int status) {
    return status(status, Failure.REFUSED, 1, "Location: /elsewhere");
  }

  private static Fault status(int status, Failure ends, int requests, String... headers) {
    return new Fault(exchange -> exchange.status(status, headers), ends, requests);
  }

  private static Fault finished(String reason, Failure ends) {
    return new Fault(
        exchange -> {
          exchange.begin();
          exchange.piece("{\"role\":");
          exchange.finish(reason);
          exchange.usage(10, 3);
        },
        ends,
        1);
  }
}
