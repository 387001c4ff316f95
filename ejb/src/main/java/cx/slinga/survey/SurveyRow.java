package cx.slinga.survey;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey, for choosing.
 *
 * @param first day of the first answer, null before there is one
 * @param last day of the last answer
 * @param waitMinutes how long a customer may correct an answer before it is followed up
 */
public record SurveyRow(
    UUID id,
    String key,
    String name,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    int waitMinutes) {}
