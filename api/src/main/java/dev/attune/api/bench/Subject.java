package dev.attune.api.bench;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An endpoint to measure.
 *
 * @param name as the report shows it
 * @param requests complete HTTP requests, sent in turn
 */
record Subject(String name, InetSocketAddress server, List<byte[]> requests) {

  /** Answers a fixed JSON text from memory: what the server's own stack costs at the least. */
  static Subject bare(URI probe) {
    return new Subject("bare endpoint", address(probe), List.of(get(probe, "/bare", "")));
  }

  /** Reads a person's facts from Redis and decodes them. */
  static Subject read(URI probe, int people) {
    return new Subject(
        "Redis read + decode",
        address(probe),
        IntStream.range(0, people)
            .mapToObj(i -> get(probe, "/facts?person=" + BenchPeople.id(i), ""))
            .toList());
  }

  /** Decides, without promising or recording when it is a dry run. */
  static Subject decide(URI server, String key, int people, boolean dryRun, boolean explain) {
    String name =
        "decide" + (dryRun ? ", no reservation and record" : explain ? ", explained" : "");
    return new Subject(
        name,
        address(server),
        IntStream.range(0, people)
            .mapToObj(i -> post(server, key, decision(i, dryRun, explain)))
            .toList());
  }

  /** Decides a placement of any rules for people nothing is known of. */
  static Subject anybody(URI server, String key, String placement, int people) {
    String body = "{\"userId\":\"anybody-%d\",\"placements\":[{\"id\":\"%s\"}]}";
    return new Subject(
        "decide",
        address(server),
        IntStream.range(0, people)
            .mapToObj(i -> post(server, key, body.formatted(i, placement)))
            .toList());
  }

  private static String decision(int person, boolean dryRun, boolean explain) {
    String page = "page" + person % BenchRules.PAGES;
    return """
        {"userId":"%s","placements":[{"id":"%s.side"}],"context":{"page":"%s"},"dryRun":%b,"explain":%b}"""
        .formatted(BenchPeople.id(person), page, page, dryRun, explain);
  }

  private static byte[] get(URI server, String path, String headers) {
    return bytes(
        "GET " + path + " HTTP/1.1\r\nhost: " + server.getAuthority() + "\r\n" + headers, "");
  }

  private static byte[] post(URI server, String key, String body) {
    return bytes(
        "POST /v1/decisions HTTP/1.1\r\nhost: "
            + server.getAuthority()
            + "\r\nauthorization: Bearer "
            + key
            + "\r\ncontent-type: application/json\r\ncontent-length: "
            + body.length()
            + "\r\n",
        body);
  }

  private static byte[] bytes(String head, String body) {
    return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private static InetSocketAddress address(URI server) {
    return new InetSocketAddress(server.getHost(), server.getPort());
  }
}
