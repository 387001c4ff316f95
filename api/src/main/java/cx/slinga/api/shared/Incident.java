package cx.slinga.api.shared;

import java.security.SecureRandom;

/** The number that joins what the caller was told to what the log knows. */
final class Incident {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** No letters or digits that are taken for one another on the telephone. */
  private static final String SIGNS = "23456789ABCDEFGHJKMNPQRTUVWXYZ";

  private Incident() {}

  /** A new number such as 7K2M-91QF. */
  static String number() {
    StringBuilder signs = new StringBuilder(9);
    for (int i = 0; i < 8; i++) {
      if (i == 4) {
        signs.append('-');
      }
      signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return signs.toString();
  }
}
