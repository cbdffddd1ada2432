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
    StringWriter out = new StringWriter();
    try (TestServer server = new TestServer(null)) {
      String lines = "I'm a marketer\n2\n/remove role\n/undo\n/why\n/done\n";

      new ChatTerminal(
              server.service, new BufferedReader(new StringReader(lines)), new PrintWriter(out))
          .talk(new Opening(PersonId.user("ana"), null, List.of()));
    }

    assertThat(out.toString())
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
}
