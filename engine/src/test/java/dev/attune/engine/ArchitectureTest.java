package dev.attune.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Feature;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.Segment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "dev.attune.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Path PICTURE = Path.of("packages.puml").toAbsolutePath();

  @ArchTest
  static final ArchRule the_picture_is_true =
      classes()
          .that()
          .resideInAPackage("dev.attune.engine.*..")
          .should(adhereToPlantUmlDiagram(PICTURE, consideringOnlyDependenciesInDiagram()))
          .because("the README shows it, and people believe pictures");

  @ArchTest
  static final ArchRule engine_knows_no_framework =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.vertx..",
                  "io.lettuce..",
                  "io.netty..",
                  "dev.langchain4j..",
                  "dev.attune.api.."))
          .because("the arrow goes from api to engine, so that decisions can be tested as values");

  @ArchTest
  static final ArchRule drools_stays_in_rule =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.attune.engine.rule..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."))
          .because("rules are a language of ours that happens to be run by Drools");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices()
          .matching("dev.attune.engine.(*)..")
          .should()
          .beFreeOfCycles()
          .because("each package can then be understood after those it sees");

  @ArchTest
  static final ArchRule rule_facts_are_records =
      classes()
          .that()
          .belongToAnyOf(Activity.class, Feature.class, Item.class, Exposure.class, Segment.class)
          .should()
          .beRecords()
          .because("a fact does not change while rules look at it");

  @ArchTest
  static final ArchRule nobody_reads_the_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .because("time is given, so that any moment can be decided again");

  @ArchTest
  static final ArchRule every_package_says_what_it_is_for =
      classes()
          .that(resideInAPackage("dev.attune.engine.."))
          .and()
          .areTopLevelClasses()
          .should(new ResideInADescribedPackage())
          .because("one sentence in package-info.java is where reading starts");
}
