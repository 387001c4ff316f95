package cx.slinga.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cx.slinga.cases.CaseFilter;
import cx.slinga.shared.Ids;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CasesExportedTest {
  @Test
  void theRecordTellsWhatTheExportWasRestrictedToButNotWhichWordsWereLookedFor() {
    CaseFilter filter =
        CaseFilter.parse(
            Map.of("state", "active", "owner", "karin", "q", "my neighbour Anna")::get);
    assertEquals(
        "state=active&owner=karin&q",
        CasesExported.of(Ids.next(), filter, 3).changes().get("filter").after());
  }
}
