package cx.slinga.cases;

import cx.slinga.shared.BusinessException;

/** Why a case is not followed up. */
public enum DismissalReason {
  DUPLICATE,
  NOT_ABOUT_US,
  TEST,
  ABUSIVE;

  /**
   * The note that goes with every reason.
   *
   * @throws BusinessException of the field {@code note} when it is blank or too long
   */
  public static String note(String note) {
    if (note.isBlank()) {
      throw BusinessException.ofField("note", "note.missing");
    }
    if (note.length() > CaseService.NOTE_MAX) {
      throw BusinessException.ofField("note", "text.too-long", CaseService.NOTE_MAX);
    }
    return note;
  }
}
