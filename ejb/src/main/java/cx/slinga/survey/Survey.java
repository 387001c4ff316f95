package cx.slinga.survey;

import java.util.UUID;

/**
 * A survey as intake needs it.
 *
 * @param mapping JSON: which column of an imported file is what
 * @param negativeMax a score up to and including this one is negative
 * @param criticalMax a score up to and including this one is critical for a customer who had a
 *     problem
 * @param highMax a score up to and including this one is high
 */
public record Survey(
    UUID id,
    String key,
    String name,
    String mapping,
    int negativeMax,
    int criticalMax,
    int highMax) {}
