package cx.slinga.cases;

/** What needs somebody, within sight of the caller. */
public record CaseCounts(
    long active,
    long late,
    long today,
    long week,
    long uncontacted,
    long resolved,
    long openedToday) {}
