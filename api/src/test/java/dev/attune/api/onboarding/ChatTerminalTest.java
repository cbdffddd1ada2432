package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.PersonId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatTerminalTest {
  @Test
  void a_person_answers_in_words_by_number_and_by_command_until_done() throws IOException {
    assertThat(talk("I'm a marketer", "2", "/remove role", "/undo", "/why", "/done"))
        .containsSubsequence(
            "What do you do?",
            "  1 Marketer",
            "+ role: Marketer  “marketer”",
            "+ goals: Run campaigns",
            "- role",
            "+ role: Marketer",
            "to choose what you see first",
            "Thank you!");
  }

  @Test
  void every_value_can_be_reached_by_number() throws IOException {
    assertThat(talk("4", "4"))
        .containsSubsequence(
            "  3 Student", "  4 Something else", "  4 Designer", "+ role: Designer", "What do you");
  }

  private static String talk(String... lines) throws IOException {
    StringWriter out = new StringWriter();
    try (TestServer server = new TestServer(null)) {
      BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines)));
      new ChatTerminal(server.service, in, new PrintWriter(out))
          .talk(new Opening(PersonId.user("ana"), null, List.of()));
    }
    return out.toString();
  }
}
