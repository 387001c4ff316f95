package cx.slinga.launcher;

/** Starts the suite on this machine. */
public final class Main {
  private Main() {}

  /** Nothing yet. */
  public static void main(String[] args) {
    System.out.println("Slinga");
  }
}
