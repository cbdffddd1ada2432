package dev.attune.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.attune.engine.ResideInADescribedPackage;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

@AnalyzeClasses(packages = "dev.attune.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.attune.api.";
  private static final List<String> ADAPTERS =
      List.of("http", "redis", "onboarding", "channel", "web");

  @ArchTest
  static final ArchRule adapters_do_not_meet =
      slices()
          .assignedFrom(new Adapters())
          .should()
          .notDependOnEachOther()
          .because("each talks to the engine; only the wiring knows them all");

  @ArchTest
  static final ArchRule drools_stays_in_the_engine =
      noClasses()
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools.."))
          .because("the server deals in decisions, not in sessions");

  @ArchTest
  static final ArchRule models_are_seen_by_the_conversation_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.attune.api.onboarding..")
          .should()
          .dependOnClassesThat(resideInAPackage("dev.langchain4j.."))
          .because("no decision may ever wait for a model");

  @ArchTest
  static final ArchRule only_the_wiring_reads_the_clock =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "*..")
          .and()
          .resideOutsideOfPackages(ROOT + "cli..", ROOT + "bench..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(InstantSource.class, "system")
          .because("time enters once, and tests set it");

  @ArchTest
  static final ArchRule handlers_never_block =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "http..")
          .should()
          .callMethod(CompletableFuture.class, "join")
          .orShould()
          .callMethod(CompletableFuture.class, "get")
          .orShould()
          .callMethod(Future.class, "get")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .dependOnClassesThat(resideInAPackage("io.lettuce.core.api.sync.."))
          .because("one waiting handler makes everybody on its event loop wait");

  @ArchTest
  static final ArchRule every_package_says_what_it_is_for =
      classes()
          .that()
          .areTopLevelClasses()
          .should(new ResideInADescribedPackage())
          .because("one sentence in package-info.java is where reading starts");

  /** One slice for each adapter with all its sub-packages; the rest is in none. */
  private static final class Adapters implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return ADAPTERS.stream()
          .filter(adapter -> (type.getPackageName() + ".").startsWith(ROOT + adapter + "."))
          .findFirst()
          .map(SliceIdentifier::of)
          .orElse(SliceIdentifier.ignore());
    }

    @Override
    public String getDescription() {
      return "adapters";
    }
  }
}
