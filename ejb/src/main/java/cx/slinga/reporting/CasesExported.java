package cx.slinga.reporting;

import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;

/**
 * Cases left the house in a workbook.
 *
 * @param export number that the workbook's cover shows
 * @param filter names of the parameters that restricted it
 */
record CasesExported(UUID export, String filter, long rows) implements DomainEvent {
  @Override
  public String verb() {
    return "cases.exported";
  }

  @Override
  public String objectType() {
    return "export";
  }

  @Override
  public String objectId() {
    return export.toString();
  }

  @Override
  public Map<String, Change> changes() {
    return Map.of("filter", Change.to(filter), "rows", Change.to(rows));
  }
}
