package cx.slinga.cases;

/**
 * What holds at the gate.
 *
 * @param fourEyes whether also a CX owner needs another one to close what they resolved themselves
 * @param askAgain whether customers are asked again after closing
 * @param coolDownDays between two questions to the same customer
 * @param validDays how long the question can be answered
 */
public record GateRules(
    boolean fourEyes, boolean askAgain, int coolDownDays, int validDays, long version) {}
