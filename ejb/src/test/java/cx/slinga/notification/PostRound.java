package cx.slinga.notification;

import com.icegreen.greenmail.util.GreenMail;
import cx.slinga.notification.MailDelivery.Result;
import cx.slinga.shared.Database;
import cx.slinga.shared.TestPostgres;
import java.time.Clock;
import java.util.List;

/** One server's delivery to a real SMTP server, for the features that write mails. */
public final class PostRound {
  private final TestPostgres postgres;
  private final MailDelivery delivery;
  private final Postman postman;

  public PostRound(TestPostgres postgres, Clock clock, GreenMail server, List<MailWriter> writers) {
    this.postgres = postgres;
    delivery =
        new MailDelivery(new OutboxRows(new Database(postgres)), new MailTexts(writers), clock);
    postman = new Postman(server.getSmtp().createSession(), "slinga@example.test");
  }

  /** Sends all that is to be sent, up to the first failure; tells what became of the last. */
  public Result deliver() {
    Result last = Result.NOTHING_DUE;
    Result next;
    do {
      next = postgres.inTransaction(() -> delivery.next(postman, "https://cx.example"));
      last = next == Result.NOTHING_DUE ? last : next;
    } while (next != Result.NOTHING_DUE && next != Result.FAILED);
    return last;
  }
}
