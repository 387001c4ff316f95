package cx.slinga.web.rules;

import java.io.Serializable;

/** Something to choose, and what it is called. */
public record Choice(String value, String label) implements Serializable {}
