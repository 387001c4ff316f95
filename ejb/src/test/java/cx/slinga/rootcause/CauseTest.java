package cx.slinga.rootcause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cx.slinga.shared.BusinessException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CauseTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final UUID WAYFINDING = new UUID(0, 2);

  private final Cause cause = cause("Terminal is hard to find");

  @Test
  void aCauseIsSuspectedThenConfirmedThenAddressed() {
    assertEquals(CauseState.SUSPECTED, cause.state());
    assertEquals("cause.confirmed", cause.confirm(NOW).verb());
    cause.address(NOW);
    assertEquals(CauseState.ADDRESSED, cause.state());
  }

  @Test
  void whatIsOnlySuspectedCannotBeAddressed() {
    assertEquals("cause.not-movable", refused(() -> cause.address(NOW)).key());
    assertEquals(CauseState.SUSPECTED, cause.state());
  }

  @Test
  void rejectingNeedsAReasonAndEndsIt() {
    assertEquals("reason", refused(() -> cause.reject(" ", NOW)).field());
    assertEquals("reason", refused(() -> cause.reject("x".repeat(100_000), NOW)).field());
    cause.reject("The signs were right; the map was wrong", NOW);
    assertEquals(CauseState.REJECTED, cause.state());
    assertFalse(cause.mayBeNamed());
    assertEquals("cause.not-movable", refused(() -> cause.confirm(NOW)).key());
  }

  @Test
  void aRejectionIsTakenBackToSuspected() {
    cause.confirm(NOW);
    assertEquals("cause.not-movable", refused(() -> cause.reconsider(NOW)).key());
    cause.reject("The map was wrong", NOW);
    assertEquals("cause.reconsidered", cause.reconsider(NOW).verb());
    assertEquals(CauseState.SUSPECTED, cause.state());
    assertNull(cause.rejectionReason());
    assertTrue(cause.mayBeNamed());
  }

  @Test
  void aNewNameIsAsLongAsItMayBeAndTheRecordDoesNotHoldIt() {
    assertEquals("title", refused(() -> cause.rename("  ", NOW)).field());
    assertEquals("title", refused(() -> cause.rename("x".repeat(100_000), NOW)).field());
    assertEquals("Terminal is hard to find", cause.title());
    CauseChanged event = cause.rename(" <b>Gates</b> 🙂 שער ", NOW);
    assertEquals("<b>Gates</b> 🙂 שער", cause.title());
    assertFalse(event.changes().toString().contains("Gates"));
  }

  @Test
  void theRecordHoldsStatesAndNoReasons() {
    CauseChanged event = cause.reject("Karin Berg says so", NOW);
    assertEquals(Set.of("state"), event.changes().keySet());
  }

  @Test
  void aMergedCausePointsToTheOtherAndChangesNoMore() {
    Cause other = cause("Gates are hard to find");
    cause.mergeInto(other, 3, NOW);
    assertEquals(other.id(), cause.mergedInto());
    assertFalse(cause.mayBeNamed());
    assertEquals("cause.merged", refused(() -> cause.confirm(NOW)).key());
    assertEquals("cause.merged", refused(() -> cause.escapedBy("late", NOW)).key());
    assertEquals("cause.merged", refused(() -> other.mergeInto(cause, 1, NOW)).key());
  }

  @Test
  void aCauseIsNotMergedIntoItselfNorIntoARejectedOne() {
    assertEquals("cause.merge-itself", refused(() -> cause.mergeInto(cause, 0, NOW)).key());
    Cause rejected = cause("Nothing");
    rejected.reject("No", NOW);
    assertEquals("cause.rejected", refused(() -> cause.mergeInto(rejected, 0, NOW)).key());
  }

  @Test
  void theEscapePointIsAsLongAsItMayBe() {
    assertEquals("escapePoint", refused(() -> cause.escapedBy("x".repeat(100_000), NOW)).field());
    cause.escapedBy(" מי בדק? 🙂 <script> ", NOW);
    assertEquals("מי בדק? 🙂 <script>", cause.escapePoint());
  }

  @Test
  void theCxOwnerChangesAllAndOthersTheirDepartments() {
    assertEquals(true, Causes.mayChange(Set.of("cx_owner"), Set.of(), WAYFINDING));
    assertEquals(true, Causes.mayChange(Set.of("case_owner"), Set.of(WAYFINDING), WAYFINDING));
    assertFalse(Causes.mayChange(Set.of("case_owner"), Set.of(new UUID(0, 3)), WAYFINDING));
    assertFalse(Causes.mayChange(Set.of("auditor"), Set.of(WAYFINDING), WAYFINDING));
  }

  private static Cause cause(String title) {
    return new Cause(title, new UUID(0, 1), WAYFINDING, new UUID(0, 9), NOW);
  }

  private static BusinessException refused(Runnable verb) {
    return assertThrows(BusinessException.class, verb::run);
  }
}
