package dev.attune.engine.rule.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.SourceText;
import dev.attune.engine.text.YamlReader;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.vocabulary.VocabularyReader;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void a_row_is_a_rule() {
    String drl =
        drl(
            """
            rule,intent,Profile role in,Activity document.created count >=,Segment writer,nudge,because,weight,with level
            one,Why.,student | engineer,3,no,try-tone,"writes, often",1.5,high
            """);

    assertThat(drl)
        .isEqualTo(
            """
            package features
            import dev.attune.engine.fact.*
            global dev.attune.engine.action.Decisions decisions
            // Why.
            rule "one"
            when
            Profile(
            role in ( "student", "engineer" )
            )
            Activity(
            event == "document.created",
            count >= 3
            )
            not Segment(
            name == "writer"
            )
            then
            decisions.nudge( "try-tone" )
            .because( "writes, often" )
            .weight( 1.5 )
            .with( "level", "high" )
            ;
            end
            """);
  }

  @Test
  void an_empty_cell_asks_nothing() {
    assertThat(drl("rule,Profile role ==,Profile seats >=,nudge,because\none,,3,try-tone,so\n"))
        .contains("Profile(\nseats >= 3\n)")
        .doesNotContain("role");
  }

  @Test
  void several_columns_about_one_fact_are_one_pattern() {
    assertThat(drl("rule,Profile role ==,Profile seats >=,nudge,because\none,student,3,a,so\n"))
        .contains("Profile(\nrole == \"student\",\nseats >= 3\n)");
  }

  @Test
  void whatever_stands_in_a_cell_is_a_value() {
    String drl =
        drl(
            """
            rule,intent,Profile role ==,nudge,because
            one,End. \\u000a import java.io.*,"a"" || eval( true ) || ""b",try,"so"" ); System.exit( 3 ); //"
            """);

    assertThat(drl)
        .contains("// End. /u000a import java.io.*\n")
        .contains("role == \"a\\\" || eval( true ) || \\\"b\"\n")
        .contains(".because( \"so\\\" ); System.exit( 3 ); //\" )\n");
  }

  @Test
  void a_number_in_quotes_of_its_own_is_text() {
    assertThat(drl("rule,Profile code ==,nudge,because\none,\"\"\"3\"\"\",a,so\n"))
        .contains("code == \"3\"");
  }

  @Test
  void every_line_knows_its_cell() {
    SourceText table =
        new SourceText("t.csv", "rule,Profile role ==,nudge,because\none,student,try-tone,so\n");

    SourceText drl =
        new DecisionTable(table, "features", properties(), diagnostics).toDrl().orElseThrow();

    assertThat(drl.at(drl.text().indexOf("role =="))).hasToString("t.csv:2:5");
    assertThat(drl.at(drl.text().indexOf(".because"))).hasToString("t.csv:2:22");
  }

  private static Properties properties() {
    String fields =
        "profile: { role: { type: text }, code: { type: text }, seats: { type: number } }\n";
    SourceText file = new SourceText("vocabulary.yaml", fields);
    Mapping document = YamlReader.read(file, new Diagnostics()).orElseThrow();
    return new Properties(VocabularyReader.read(document, new Diagnostics()));
  }

  private String drl(String csv) {
    SourceText table = new SourceText("features/table.csv", csv);
    SourceText drl =
        new DecisionTable(table, "features", properties(), diagnostics).toDrl().orElseThrow();
    assertThat(diagnostics.sorted()).extracting(Diagnostic::toString).isEmpty();
    return drl.text();
  }
}
