package cx.slinga.organisation;

/**
 * What somebody has to do and a hand-over would move.
 *
 * @param name of whose it is
 * @param cases neither closed nor dismissed
 * @param actions neither done nor cancelled
 * @param causes neither verified nor rejected
 * @param projects proposed, approved or running
 */
public record OpenWork(String name, long cases, long actions, long causes, long projects) {
  /** Whether there is anything to move. */
  public boolean isSomething() {
    return cases + actions + causes + projects > 0;
  }
}
