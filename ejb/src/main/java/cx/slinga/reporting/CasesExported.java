package cx.slinga.reporting;

import cx.slinga.cases.CaseFilter;
import cx.slinga.shared.DomainEvent;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Cases left the house in a workbook.
 *
 * @param export number that the workbook's cover shows
 * @param filter the parameters that restricted it, as in the address; of words that were searched
 *     for only that there were some, because they may be a customer's
 */
record CasesExported(UUID export, String filter, long rows) implements DomainEvent {
  static CasesExported of(UUID export, CaseFilter filter, long rows) {
    String told =
        filter.parameters().entrySet().stream()
            .map(e -> e.getKey().equals("q") ? "q" : e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
    return new CasesExported(export, told, rows);
  }

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
