package cx.slinga.shared;

import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date before Hibernate compares it, as the owner of the schema; the
 * application itself runs under a role that cannot change the audit record.
 */
public class MigrateBeforeUse implements Integrator {
  @Override
  public void integrate(
      Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
    try {
      InitialContext names = new InitialContext();
      DataSource owner = (DataSource) names.lookup("java:jboss/datasources/SlingaMigrationDS");
      DataSource application = (DataSource) names.lookup("java:jboss/datasources/SlingaDS");
      String role;
      try (var connection = application.getConnection()) {
        role = connection.getMetaData().getUserName();
      }
      Flyway.configure(MigrateBeforeUse.class.getClassLoader())
          .dataSource(owner)
          .placeholders(Map.of("applicationRole", '"' + role + '"'))
          .load()
          .migrate();
    } catch (NamingException | java.sql.SQLException e) {
      throw new IllegalStateException("cannot migrate the schema", e);
    }
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor sessionFactory, SessionFactoryServiceRegistry registry) {
    // nothing is held
  }
}
