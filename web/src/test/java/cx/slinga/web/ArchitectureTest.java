package cx.slinga.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom, seen from the screens. */
@AnalyzeClasses(packages = "cx.slinga.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> ENTITY =
      new DescribedPredicate<>("an entity") {
        @Override
        public boolean test(JavaClass type) {
          return type.isAnnotatedWith("jakarta.persistence.Entity")
              || type.isAnnotatedWith("jakarta.persistence.Embeddable");
        }
      };

  @ArchTest
  static final ArchRule screensKnowNoDatabaseAndNoWorkbook =
      noClasses()
          .that()
          .doNotHaveSimpleName("HealthServlet") // asks whether the database answers, and no more
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..",
              "org.hibernate..",
              "org.jdbi..",
              "java.sql..",
              "javax.sql..",
              "org.apache.poi..",
              "cx.slinga.api..");

  @ArchTest
  static final ArchRule screensHoldNoEntity = noClasses().should().dependOnClassesThat(ENTITY);

  @ArchTest
  static final ArchRule screensStartNoTransaction =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.transaction..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo("jakarta.ejb.EJBContext");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nothingChangeableIsStatic =
      noFields().that().areStatic().should().notBeFinal();

  @ArchTest
  static final ArchRule namesSayTheRole =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Dto)$");

  @ArchTest
  static final ArchRule featuresAreNotWovenIntoEachOther =
      slices().matching("cx.slinga.web.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule sharedKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("cx.slinga.web.shared..")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<>("a feature of the screens") {
                @Override
                public boolean test(JavaClass type) {
                  return type.getPackageName().startsWith("cx.slinga.web.")
                      && !type.getPackageName().startsWith("cx.slinga.web.shared");
                }
              });
}
