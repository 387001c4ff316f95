package cx.slinga.reporting;

import java.util.Map;

/**
 * What a workbook of cases says of itself.
 *
 * @param survey name, or the words for all
 * @param filter what restricts, in words and in the order of the screen; empty when nothing does
 * @param order in words
 * @param scope which cases the reader may see at all, in words
 * @param madeBy name and user name of the reader
 * @param record number under which this export stands in the record
 * @param rows how many cases the database counted
 */
public record CaseCover(
    String survey,
    Map<String, String> filter,
    String order,
    String scope,
    String madeBy,
    String record,
    long rows) {}
