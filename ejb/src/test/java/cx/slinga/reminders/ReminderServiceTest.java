package cx.slinga.reminders;

import static cx.slinga.calendar.AllowanceUnit.WORKING_DAYS;
import static cx.slinga.calendar.AllowanceUnit.WORKING_HOURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cx.slinga.bulk.BulkHouse;
import cx.slinga.calendar.Allowance;
import cx.slinga.calendar.AllowanceUnit;
import cx.slinga.shared.BusinessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting when people are told of deadlines. */
class ReminderServiceTest {
  private static BulkHouse house;

  @BeforeAll
  static void open() {
    house = new BulkHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void furnish() {
    house.furnish();
    house.wired.as("cecilia");
    set(new SetReminders(4, WORKING_HOURS, 4, WORKING_HOURS, 2, WORKING_DAYS));
    house.furnish();
  }

  @Test
  void whatIsSetHoldsAndIsRecorded() {
    set(new SetReminders(6, WORKING_HOURS, 1, WORKING_DAYS, 3, WORKING_DAYS));
    assertEquals(
        new ReminderTimes(
            new Allowance(6, WORKING_HOURS),
            new Allowance(1, WORKING_DAYS),
            new Allowance(3, WORKING_DAYS)),
        house.wired.get(ReminderQueries.class).times());
    assertEquals(
        1,
        house.count(
            "audit_entries where verb = 'reminders.set' and changes -> 'before' ->> 1 = '6"
                + " WORKING_HOURS'"));
  }

  @Test
  void theCxOwnerIsNotToldBeforeTheHead() {
    refused(
        "cxOwner", "reminders.order", set(4, new Allowance(2, WORKING_DAYS), 15, WORKING_HOURS));
    assertEquals(0, house.count("audit_entries"));
  }

  @Test
  void nothingAndTooMuchAreRefusedAtTheirField() {
    refused("before", "reminders.range", set(0, new Allowance(1, WORKING_DAYS), 2, WORKING_DAYS));
    refused(
        "cxOwner", "reminders.range", set(4, new Allowance(1, WORKING_DAYS), 1_001, WORKING_DAYS));
    assertEquals(4, house.wired.get(ReminderQueries.class).times().before().amount());
  }

  private static SetReminders set(
      int before, Allowance head, int cxOwner, AllowanceUnit cxOwnerUnit) {
    return new SetReminders(
        before, WORKING_HOURS, head.amount(), head.unit(), cxOwner, cxOwnerUnit);
  }

  private static void set(SetReminders command) {
    house.wired.run(() -> house.wired.get(ReminderService.class).set(command));
  }

  private static void refused(String field, String key, SetReminders command) {
    BusinessException refused = assertThrows(BusinessException.class, () -> set(command));
    assertEquals(key, refused.key());
    assertEquals(field, refused.field());
  }
}
