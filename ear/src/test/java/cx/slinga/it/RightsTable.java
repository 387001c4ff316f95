package cx.slinga.it;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what, one row for each public method of each service: CX owner, department head, case
 * owner, auditor, administrator.
 */
final class RightsTable {
  /** How far a role reaches. */
  enum Reach {
    ALL(Set.of("own", "department's", "other department's")),
    DEPT(Set.of("own", "department's")),
    OWN(Set.of("own")),
    NONE(Set.of());

    private final Set<String> cases;

    Reach(Set<String> cases) {
      this.cases = cases;
    }

    boolean covers(String whose) {
      return cases.contains(whose);
    }
  }

  /**
   * One row.
   *
   * @param reads whether what is read about the case decides, not whether the call is let through
   */
  record Row(boolean reads, Reach... reaches) {
    Reach reach(int role) {
      return reaches[role];
    }
  }

  /** {@code sees}: what is read must hold the case, or must not; {@code may}: the call decides. */
  private static final String TABLE =
      """
      AbsenceService.announce          may   NONE ALL  ALL  NONE ALL
      AbsenceService.cancel            may   NONE NONE NONE NONE NONE
      ActionBulkService.change         may   ALL  ALL  ALL  NONE NONE
      ActionEvidenceQueries.file       may   ALL  DEPT DEPT ALL  NONE
      ActionEvidenceQueries.of         may   ALL  DEPT DEPT ALL  NONE
      ActionEvidenceService.add        may   ALL  DEPT OWN  NONE NONE
      ActionEvidenceService.remove     may   ALL  DEPT OWN  NONE NONE
      ActionQueries.carriedOn          may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.causePlan          may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.count              may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.counts             may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.each               may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.get                may   ALL  DEPT DEPT ALL  NONE
      ActionQueries.history            may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.list               may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.lying              may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.mine               may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.plan               sees  ALL  DEPT DEPT ALL  NONE
      ActionQueries.projectPlan        may   ALL  ALL  ALL  ALL  NONE
      ActionQueries.sharedPlan         may   ALL  ALL  ALL  ALL  NONE
      ActionService.add                may   ALL  DEPT OWN  NONE NONE
      ActionService.addShared          may   ALL  DEPT OWN  NONE NONE
      ActionService.addToProject       may   ALL  DEPT NONE NONE NONE
      ActionService.assign             may   ALL  DEPT OWN  NONE NONE
      ActionService.cancel             may   ALL  DEPT OWN  NONE NONE
      ActionService.complete           may   ALL  DEPT OWN  NONE NONE
      ActionService.dependOn           may   ALL  DEPT OWN  NONE NONE
      ActionService.moveDeadline       may   ALL  DEPT OWN  NONE NONE
      ActionService.reopen             may   ALL  DEPT OWN  NONE NONE
      AnalysisService.link                 may  ALL  DEPT OWN  NONE NONE
      AnalysisService.nameCause        may   ALL  DEPT OWN  NONE NONE
      AuditQueries.list                sees  ALL  NONE NONE ALL  NONE
      AuditQueries.names               may   ALL  NONE NONE ALL  NONE
      BulkQueries.get                  may   ALL  NONE NONE NONE NONE
      BulkQueries.latest               may   ALL  ALL  ALL  NONE NONE
      BulkQueries.refusals             may   ALL  NONE NONE NONE NONE
      BulkService.cancel               may   ALL  NONE NONE NONE NONE
      BulkService.start                may   ALL  ALL  ALL  NONE NONE
      CallbackQueries.of               sees  ALL  DEPT DEPT ALL  NONE
      CallbackQueries.today            may   ALL  ALL  ALL  ALL  NONE
      CallbackService.agree            may   ALL  DEPT OWN  NONE NONE
      CallbackService.drop             may   ALL  DEPT OWN  NONE NONE
      CaseChangeQueries.since          may   ALL  DEPT DEPT ALL  NONE
      CaseFilterQueries.known          may   ALL  ALL  ALL  ALL  NONE
      CaseCustomerQueries.of           may   ALL  DEPT DEPT ALL  NONE
      CaseCustomerService.change       may   ALL  DEPT OWN  NONE NONE
      CaseNoteService.add              may   ALL  DEPT OWN  NONE NONE
      CaseCountQueries.openedToday     may   ALL  ALL  ALL  ALL  NONE
      CaseQueries.count                sees  ALL  DEPT DEPT ALL  NONE
      CaseQueries.countUpTo            sees  ALL  DEPT DEPT ALL  NONE
      CaseQueries.details              may   ALL  DEPT DEPT ALL  NONE
      CaseQueries.each                 sees  ALL  DEPT DEPT ALL  NONE
      CaseQueries.lies                 sees  ALL  DEPT DEPT ALL  NONE
      CaseQueries.list                 sees  ALL  DEPT DEPT ALL  NONE
      CaseQueries.states               sees  ALL  DEPT DEPT ALL  NONE
      CaseQueries.total                sees  ALL  DEPT DEPT ALL  NONE
      CaseService.assign               may   ALL  DEPT NONE NONE NONE
      CaseService.close                may   ALL  NONE NONE NONE NONE
      CaseService.contact              may   ALL  DEPT OWN  NONE NONE
      CaseService.dismiss              may   ALL  DEPT NONE NONE NONE
      CaseService.reopen               may   ALL  NONE NONE NONE NONE
      CaseService.resolve              may   ALL  DEPT OWN  NONE NONE
      CauseAnalysisService.addEvidence     may  ALL  DEPT DEPT NONE NONE
      CauseAnalysisService.addNode         may  ALL  DEPT DEPT NONE NONE
      CauseAnalysisService.changeNode      may  ALL  DEPT DEPT NONE NONE
      CauseAnalysisService.moveNode        may  ALL  DEPT DEPT NONE NONE
      CauseAnalysisService.removeEvidence  may  ALL  DEPT DEPT NONE NONE
      CauseAnalysisService.removeNode      may  ALL  DEPT DEPT NONE NONE
      CauseAnalysisService.saveWhys        may  ALL  DEPT DEPT NONE NONE
      CauseAnalysisService.shiftNode       may  ALL  DEPT DEPT NONE NONE
      CauseFigureQueries.felt              may  ALL  ALL  ALL  ALL  NONE
      CauseFigureQueries.figures           may  ALL  ALL  ALL  ALL  NONE
      CauseLikenessQueries.alike           may  ALL  ALL  ALL  ALL  NONE
      CauseLikenessQueries.suggestionsFor  may  ALL  DEPT DEPT ALL  NONE
      CauseQueries.count                   may  ALL  ALL  ALL  ALL  NONE
      CauseQueries.details                 may  ALL  ALL  ALL  ALL  NONE
      CauseQueries.file                    may  ALL  DEPT DEPT ALL  NONE
      CauseQueries.follower                may  ALL  DEPT DEPT ALL  NONE
      CauseQueries.list                    may  ALL  ALL  ALL  ALL  NONE
      CauseQueries.mayChange               sees ALL  DEPT DEPT NONE NONE
      CauseQueries.resolve                 may  ALL  ALL  ALL  ALL  NONE
      CauseQueries.suggestions         may   ALL  ALL  ALL  ALL  NONE
      CauseService.address                 may  ALL  DEPT DEPT NONE NONE
      CauseService.assign                  may  ALL  DEPT DEPT NONE NONE
      CauseService.confirm                 may  ALL  DEPT DEPT NONE NONE
      CauseService.merge                   may  ALL  DEPT DEPT NONE NONE
      CauseService.noteEscape              may  ALL  DEPT DEPT NONE NONE
      CauseService.reconsider              may  ALL  DEPT DEPT NONE NONE
      CauseService.reject                  may  ALL  DEPT DEPT NONE NONE
      CauseService.rename                  may  ALL  DEPT DEPT NONE NONE
      CauseService.split                   may  ALL  DEPT DEPT NONE NONE
      ClockService.changeSeverity      may   ALL  DEPT NONE NONE NONE
      ClockService.pause               may   ALL  DEPT OWN  NONE NONE
      ClockService.resume              may   ALL  DEPT OWN  NONE NONE
      DepartmentQueries.tree           may   ALL  ALL  ALL  ALL  ALL
      DepartmentService.add            may   NONE NONE NONE NONE ALL
      DepartmentService.change         may   NONE NONE NONE NONE NONE
      DirectoryService.ensure          may   ALL  ALL  ALL  ALL  ALL
      ExportService.cases              may   ALL  ALL  ALL  ALL  NONE
      ExportService.fileName           may   ALL  ALL  ALL  ALL  NONE
      GateService.change               may   ALL  NONE NONE NONE ALL
      GateService.mayClose             may   ALL  ALL  ALL  ALL  NONE
      GateService.rules                may   ALL  ALL  ALL  ALL  ALL
      HandOverQueries.open             may   ALL  NONE NONE NONE ALL
      HandOverService.handOver         may   ALL  NONE NONE NONE ALL
      ImportQueries.get                may   ALL  NONE NONE ALL  ALL
      ImportQueries.list               may   ALL  NONE NONE ALL  ALL
      ImportQueries.rejections         may   ALL  NONE NONE ALL  ALL
      ImportService.start              may   ALL  NONE NONE NONE ALL
      InsightQueries.caseStates        may   ALL  ALL  ALL  ALL  NONE
      InsightQueries.causes            may   ALL  ALL  ALL  ALL  NONE
      InsightQueries.daily             may   ALL  ALL  ALL  ALL  NONE
      InsightQueries.load              may   ALL  ALL  ALL  ALL  NONE
      InsightQueries.nps               may   ALL  ALL  ALL  ALL  NONE
      InsightQueries.touchpoints       may   ALL  ALL  ALL  ALL  NONE
      JourneyQueries.responsibilities  may   ALL  ALL  ALL  ALL  ALL
      JourneyQueries.stages            may   ALL  ALL  ALL  ALL  ALL
      JourneyQueries.touchpoints       may   ALL  ALL  ALL  ALL  ALL
      JourneyService.addStage          may   ALL  NONE NONE NONE ALL
      JourneyService.addTouchpoint     may   ALL  NONE NONE NONE ALL
      JourneyService.changeStage       may   NONE NONE NONE NONE NONE
      JourneyService.changeTouchpoint  may   ALL  NONE NONE NONE ALL
      LetterQueries.addressee          may   ALL  DEPT DEPT ALL  NONE
      LetterQueries.draft              may   ALL  DEPT DEPT NONE NONE
      LetterQueries.of                 sees  ALL  DEPT DEPT ALL  NONE
      LetterService.send               may   ALL  DEPT OWN  NONE NONE
      NoticeQueries.escalated          may   ALL  ALL  ALL  ALL  NONE
      OpeningQueries.of                may   ALL  DEPT DEPT ALL  NONE
      OrganisationQueries.departments  may   ALL  ALL  ALL  ALL  ALL
      OrganisationQueries.owners       may   ALL  ALL  ALL  ALL  NONE
      OutboxQueries.counts             may   ALL  NONE NONE NONE ALL
      OutboxQueries.list               may   ALL  NONE NONE NONE ALL
      OutboxService.discard            may   NONE NONE NONE NONE ALL
      OutboxService.sendAgain          may   NONE NONE NONE NONE ALL
      PeopleQueries.absences           may   ALL  ALL  ALL  ALL  ALL
      PeopleQueries.list               may   ALL  ALL  ALL  ALL  ALL
      ProjectQueries.count             may   ALL  ALL  ALL  ALL  NONE
      ProjectQueries.details           may   ALL  ALL  ALL  ALL  NONE
      ProjectQueries.list              may   ALL  ALL  ALL  ALL  NONE
      ProjectQueries.mayChange         sees  ALL  DEPT NONE NONE NONE
      ProjectQueries.mayProposeFor     may   ALL  ALL  ALL  ALL  NONE
      ProjectService.approve           may   ALL  DEPT NONE NONE NONE
      ProjectService.assign            may   ALL  DEPT NONE NONE NONE
      ProjectService.celebrate         may   ALL  DEPT NONE NONE NONE
      ProjectService.change            may   ALL  DEPT NONE NONE NONE
      ProjectService.finish            may   ALL  DEPT NONE NONE NONE
      ProjectService.link              may   ALL  DEPT NONE NONE NONE
      ProjectService.propose           may   ALL  ALL  NONE NONE NONE
      ProjectService.start             may   ALL  DEPT NONE NONE NONE
      ProjectService.stop              may   ALL  DEPT NONE NONE NONE
      ProjectService.unlink            may   ALL  DEPT NONE NONE NONE
      RecoveryService.record           may   ALL  DEPT OWN  NONE NONE
      ReminderQueries.times            may   ALL  ALL  ALL  ALL  ALL
      ReminderService.set              may   ALL  NONE NONE NONE ALL
      ResponseQueries.count            may   ALL  NONE NONE ALL  NONE
      ResponseQueries.list             may   ALL  NONE NONE ALL  NONE
      ResponseService.submit           may   ALL  NONE NONE NONE ALL
      ResurveyQueries.of               may   ALL  ALL  ALL  ALL  NONE
      ResurveyService.answer           may   NONE NONE NONE NONE NONE
      ResurveyService.question         may   NONE NONE NONE NONE NONE
      RuleQueries.owners               may   ALL  NONE NONE NONE ALL
      RuleQueries.routing              may   ALL  NONE NONE ALL  ALL
      RuleQueries.routingProblems      may   ALL  NONE NONE NONE ALL
      RuleQueries.survey               may   ALL  NONE NONE ALL  ALL
      RuleQueries.surveyProblems       may   ALL  NONE NONE NONE ALL
      RuleQueries.values               may   ALL  NONE NONE NONE ALL
      RuleService.saveRouting          may   ALL  NONE NONE NONE ALL
      RuleService.saveSurvey           may   ALL  NONE NONE NONE ALL
      ServiceLevelQueries.holidays     may   ALL  ALL  ALL  ALL  ALL
      ServiceLevelQueries.versions     may   ALL  ALL  ALL  ALL  ALL
      FollowQueries.latest             may   ALL  ALL  ALL  ALL  ALL
      ServiceLevelService.change       may   NONE NONE NONE NONE ALL
      SavedViewQueries.mine            may   ALL  ALL  ALL  ALL  NONE
      SavedViewService.delete          may   NONE NONE NONE NONE NONE
      SavedViewService.rename          may   NONE NONE NONE NONE NONE
      SavedViewService.save            may   ALL  ALL  ALL  NONE NONE
      SurveyService.setWait            may   ALL  NONE NONE NONE ALL
      SurveyQueries.list               may   ALL  ALL  ALL  ALL  ALL
      TemplateQueries.get              may   ALL  ALL  ALL  ALL  ALL
      TemplateQueries.list             may   ALL  ALL  ALL  ALL  ALL
      TemplateQueries.preview          may   ALL  NONE NONE NONE ALL
      TemplateService.add              may   ALL  NONE NONE NONE ALL
      TemplateService.change           may   ALL  NONE NONE NONE ALL
      TemplateService.delete           may   ALL  NONE NONE NONE ALL
      TryOutQueries.routing            may   ALL  NONE NONE NONE ALL
      TryOutQueries.survey             may   ALL  NONE NONE NONE ALL
      TouchpointService.assign         may   ALL  NONE NONE NONE ALL
      TouchpointService.place          may   ALL  NONE NONE NONE ALL
      """;

  private RightsTable() {}

  static Map<String, Row> rows() {
    Map<String, Row> rows = new TreeMap<>();
    for (String line : TABLE.split("\n")) {
      String[] words = line.trim().split(" +");
      Reach[] reaches = new Reach[words.length - 2];
      for (int i = 0; i < reaches.length; i++) {
        reaches[i] = Reach.valueOf(words[i + 2]);
      }
      rows.put(words[0], new Row(words[1].equals("sees"), reaches));
    }
    return rows;
  }
}
