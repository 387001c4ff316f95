package cx.slinga.insight;

/**
 * What lies with a department: that which caused the case, and until a cause is named that where
 * the customer felt it.
 *
 * @param key and {@code name} are empty for the cases that lie with no department
 * @param open cases in which somebody still has to do something
 * @param late those of them whose clock has rung
 */
public record DepartmentLoad(String key, String name, long open, long late) {}
