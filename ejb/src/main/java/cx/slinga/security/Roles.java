package cx.slinga.security;

/** The realm's roles, as the container knows them. */
public final class Roles {
  public static final String CX_OWNER = "cx_owner";
  public static final String DEPARTMENT_HEAD = "department_head";
  public static final String CASE_OWNER = "case_owner";
  public static final String AUDITOR = "auditor";
  public static final String ADMINISTRATOR = "administrator";

  private Roles() {}
}
