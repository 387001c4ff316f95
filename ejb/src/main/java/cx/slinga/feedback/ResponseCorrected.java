package cx.slinga.feedback;

import cx.slinga.survey.Survey;

/**
 * A customer corrected an answer within the time that the survey gives for that. Fired inside the
 * transaction; figures follow it.
 */
public record ResponseCorrected(Survey survey, AcceptedResponse before, AcceptedResponse after) {}
