package cx.slinga.web.shared;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Tells load balancers and the launcher how the application is, without a log-in: {@code
 * /health/live} answers 200 while requests are served at all, {@code /health/ready} answers 200
 * when the database answers too and the directory was mirrored once, so that whoever logs in is
 * known; 503 otherwise. No more is told than that.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = "java:jboss/datasources/SlingaDS")
  private transient DataSource database;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = request.getServletPath().endsWith("/live") || isReady();
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
  }

  private boolean isReady() {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      try (ResultSet people =
          statement.executeQuery("select exists (select from people where active)")) {
        return people.next() && people.getBoolean(1);
      }
    } catch (SQLException e) {
      return false;
    }
  }
}
