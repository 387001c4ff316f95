package cx.slinga.rootcause;

import cx.slinga.cases.CaseRow;

/**
 * A case that names no cause yet and sounds like those that name this one.
 *
 * @param alike from 1 to 100
 */
public record AlikeCase(CaseRow row, int alike) {}
