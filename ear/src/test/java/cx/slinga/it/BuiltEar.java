package cx.slinga.it;

import cx.slinga.it.actor.Actor;
import java.io.File;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as built, with the tests in the place of the two wars (those need a login). */
final class BuiltEar {
  private BuiltEar() {}

  static EnterpriseArchive with(Class<?>... tests) {
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("ear")));
    ear.delete("/web.war");
    ear.delete("/api.war");
    ear.delete("/META-INF/application.xml");
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, "test.war")
            .addClasses(tests)
            .addPackage(Actor.class.getPackage())
            .addClasses(Staff.class, Workday.class)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    return ear.addAsModule(Testable.archiveToTest(war));
  }
}
