package cx.slinga.launcher;

import java.util.Locale;

/** What the terminal shows when everything is up. */
final class Welcome {
  private Welcome() {}

  static void print(Settings settings, Progress progress) {
    System.out.printf(
        Locale.ROOT,
        "%nSlinga is ready after %.1f s: %s%n",
        progress.seconds(),
        settings.applicationUrl());
    if (settings.ownKeycloak()) {
      System.out.println(
          """

          cecilia                     CX owner
          dag, dorte                  heads of department
          karin, kjell, kirsten, kaj  case owners
          alva                        auditor
          admin                       administrator
          The password of each is slinga (demo realm, this machine only).

          Keycloak  %s  (admin; its password is keycloak.admin in %s)\
          """
              .formatted(
                  settings.keycloakUrl() + "/admin",
                  settings.data().resolve("secrets.properties")));
    }
    System.out.printf(
        "%n  Stop with Ctrl-C here or ./slinga stop elsewhere; logs in %s%n%n",
        settings.data().resolve("logs"));
  }
}
