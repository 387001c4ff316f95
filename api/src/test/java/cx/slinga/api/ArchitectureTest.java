package cx.slinga.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Who may use whom, seen from the programs' door. */
@AnalyzeClasses(packages = "cx.slinga.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final DescribedPredicate<JavaClass> ENTITY =
      new DescribedPredicate<>("an entity") {
        @Override
        public boolean test(JavaClass type) {
          return type.isAnnotatedWith("jakarta.persistence.Entity")
              || type.isAnnotatedWith("jakarta.persistence.Embeddable");
        }
      };

  private static final DescribedPredicate<JavaClass> WITHOUT_A_ROLE_CHECK =
      new DescribedPredicate<>("what the product keeps behind its services") {
        @Override
        public boolean test(JavaClass type) {
          return type.getPackageName().startsWith("cx.slinga.")
              && !type.getPackageName().startsWith("cx.slinga.api")
              && (type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
                  || type.getSimpleName().equals("Database"));
        }
      };

  @ArchTest
  static final ArchRule resourcesKnowNoDatabaseWorkbookOrScreen =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.persistence..",
              "org.hibernate..",
              "org.jdbi..",
              "java.sql..",
              "javax.sql..",
              "org.apache.poi..",
              "jakarta.faces..",
              "cx.slinga.web..");

  @ArchTest
  static final ArchRule resourcesHoldNoEntity = noClasses().should().dependOnClassesThat(ENTITY);

  @ArchTest
  static final ArchRule resourcesStartNoTransaction =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.transaction..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo("jakarta.ejb.EJBContext");

  @ArchTest
  static final ArchRule everythingGoesThroughServicesThatCheckRoles =
      noClasses().should().dependOnClassesThat(WITHOUT_A_ROLE_CHECK);

  @ArchTest
  static final ArchRule resourcesLiveForOneCall =
      classes()
          .that()
          .areAnnotatedWith(Path.class)
          .should()
          .beAnnotatedWith("jakarta.enterprise.context.RequestScoped")
          .andShould()
          .haveSimpleNameEndingWith("Resource");

  @ArchTest
  static final ArchRule timeIsTheServicesBusiness =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule nothingChangeableIsStatic =
      noFields().that().areStatic().should().notBeFinal();

  @ArchTest
  static final ArchRule namesSayTheRole =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|Dto)$");

  @ArchTest
  static final ArchRule featuresAreNotWovenIntoEachOther =
      slices().matching("cx.slinga.api.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule sharedKnowsNoResource =
      noClasses()
          .that()
          .resideInAPackage("cx.slinga.api.shared")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Resource");
}
