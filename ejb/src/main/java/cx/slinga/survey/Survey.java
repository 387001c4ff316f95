package cx.slinga.survey;

import java.util.UUID;

/**
 * A survey as intake needs it.
 *
 * @param mapping JSON: which column of an imported file is what
 */
public record Survey(UUID id, String key, String name, String mapping) {}
