package cx.slinga.evidence;

import org.jspecify.annotations.Nullable;

/** What evidence is made of. */
public enum EvidenceKind {
  TEXT,
  LINK,
  FILE;

  /** What a reader knows a piece of this kind by: its note, else what it is called. */
  public String label(@Nullable String note, @Nullable String link, @Nullable String fileName) {
    if (note != null && !note.isBlank()) {
      return note;
    }
    String named = this == FILE ? fileName : link;
    return named == null ? "" : named;
  }
}
