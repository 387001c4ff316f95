package cx.slinga.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private TestPostgres postgres;
  private Database database;

  @BeforeEach
  void start() {
    postgres = new TestPostgres();
    database = new Database(postgres);
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void anIdThatIsNullIsStillComparedWithIds() {
    Long found =
        database.read(
            h ->
                h.createQuery("select count(*) from people where id = :id")
                    .bind("id", (UUID) null)
                    .mapTo(Long.class)
                    .one());
    assertEquals(0L, found);
  }
}
