package cx.slinga;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import cx.slinga.security.Visibility;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.util.List;

/** Who may use whom, and what services look like. */
@AnalyzeClasses(packages = "cx.slinga", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
  /** Lowest first: each may use what stands before it. */
  private static final List<String> FEATURES =
      List.of(
          "shared",
          "csv",
          "security",
          "audit",
          "calendar",
          "organisation",
          "directory",
          "journey",
          "survey",
          "feedback",
          "imports",
          "rules",
          "clocks",
          "cases",
          "servicelevel",
          "opening",
          "bulk",
          "callback",
          "savedview",
          "evidence",
          "rootcause",
          "actionplan",
          "improvement",
          "insight",
          "reporting",
          "notification",
          "resurvey",
          "letters",
          "reminders",
          "demo");

  @ArchTest
  static final ArchRule featuresSpeakDownwardOnly =
      classes()
          .that()
          .resideInAPackage("cx.slinga..")
          .should(
              new ArchCondition<>("use only features below their own") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  item.getDirectDependenciesFromSelf()
                      .forEach(
                          dependency -> {
                            int self = FEATURES.indexOf(feature(item));
                            int other = FEATURES.indexOf(feature(dependency.getTargetClass()));
                            if (other > self) {
                              events.add(
                                  SimpleConditionEvent.violated(item, dependency.getDescription()));
                            }
                          });
                }
              });

  @ArchTest
  static final ArchRule everyPackageHasItsPlace =
      classes()
          .that()
          .resideInAPackage("cx.slinga..")
          .should(
              new ArchCondition<>("reside in a known feature") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  if (!FEATURES.contains(feature(item))) {
                    events.add(SimpleConditionEvent.violated(item, item.getName()));
                  }
                }
              });

  @ArchTest
  static final ArchRule noCycles = slices().matching("cx.slinga.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule knowsNoBrowser =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..", "org.primefaces..");

  @ArchTest
  static final ArchRule onlyReportingUsesPoi =
      noClasses()
          .that()
          .resideOutsideOfPackage("cx.slinga.reporting")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.poi..");

  @ArchTest
  static final ArchRule onlyTheTimeSourceKnowsTheTime =
      noClasses()
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaCall<?>>("now() without a clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                  return call.getName().equals("now")
                      && call.getTargetOwner().getPackageName().equals("java.time")
                      && call.getTarget().getRawParameterTypes().isEmpty();
                }
              })
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule servicesDenyWhatTheyDoNotAllow =
      classes()
          .that()
          .haveSimpleNameEndingWith("Service")
          .or()
          .haveSimpleNameEndingWith("Queries")
          .should()
          .beAnnotatedWith(Stateless.class)
          .andShould()
          .beAnnotatedWith(DenyAll.class);

  @ArchTest
  static final ArchRule everyServiceMethodNamesItsRoles =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(DenyAll.class)
          .and()
          .arePublic()
          .should()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beAnnotatedWith(PermitAll.class);

  @ArchTest
  static final ArchRule visibilityComesFirst =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(DenyAll.class)
          .should(
              new ArchCondition<>("take Visibility first, if at all") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  var types = method.getRawParameterTypes();
                  for (int i = 1; i < types.size(); i++) {
                    if (types.get(i).isEquivalentTo(Visibility.class)) {
                      events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule entitiesKnowNoServiceAndHaveNoSetters =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Entity.class)
          .should()
          .haveNameNotMatching("set[A-Z].*");

  @ArchTest
  static final ArchRule namesSayTheRole =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("DTO");

  private static String feature(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith("cx.slinga.")) {
      return "";
    }
    String rest = name.substring("cx.slinga.".length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
