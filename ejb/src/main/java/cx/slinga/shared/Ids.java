package cx.slinga.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Birth of ids: UUID version 7, so that index pages fill in order of time. */
public final class Ids {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new time-ordered id. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
