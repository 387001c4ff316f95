package cx.slinga.reminders;

import cx.slinga.calendar.AllowanceUnit;

/**
 * When people shall be told of deadlines, in working time.
 *
 * @param before how long before the deadline the owner is reminded
 * @param head how long after it the head of the department is told
 * @param cxOwner how long after it the CX owner is told
 */
public record SetReminders(
    int before,
    AllowanceUnit beforeUnit,
    int head,
    AllowanceUnit headUnit,
    int cxOwner,
    AllowanceUnit cxOwnerUnit) {}
