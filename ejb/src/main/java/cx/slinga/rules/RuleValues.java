package cx.slinga.rules;

import java.util.List;

/** What answers have said so far, for choosing: segments, languages and channels. */
public record RuleValues(
    List<String> segments,
    List<String> customerSegments,
    List<String> languages,
    List<String> channels) {}
