package cx.slinga.demo;

import cx.slinga.directory.DirectoryMirror;
import cx.slinga.imports.ImportState;
import cx.slinga.shared.Environment;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Fills an empty installation when SLINGA_DEMO says so: {@code structure} for the airport's
 * departments, journey and surveys alone, {@code true} also for the answers of 2018 and a played
 * follow-up. Each step is one transaction and finds out by itself whether it is already done, so
 * that a server killed in between goes on where it was.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoLoader {
  private static final Logger LOG = System.getLogger(DemoLoader.class.getName());
  private static final long SOON = 1_000L;
  private static final String SURVEY = "sfo-2018";
  private static final String FILE = "sfo-2018.csv";

  @Resource private TimerService timers;
  @Inject private DemoStructure structure;
  @Inject private DirectoryMirror directory;
  @Inject private DemoImport answers;
  @Inject private DemoPlayer player;
  @Inject private DemoAbsence absence;
  @Inject private DemoRules rules;

  private boolean structureOnly;
  private boolean peopleAreHere;

  @PostConstruct
  void start() {
    String demo = Environment.get("SLINGA_DEMO", "false");
    structureOnly = demo.equals("structure");
    if (!structureOnly && !demo.equals("true")) {
      return;
    }
    if (structure.load(Airport.read()) == DemoStructure.Found.SOMETHING_ELSE) {
      LOG.log(Level.WARNING, "the demo is not loaded: this database is in use");
      return;
    }
    again();
  }

  @Timeout
  void tick() {
    // departments exist now, so that people can belong to them
    peopleAreHere = peopleAreHere || directory.run();
    if (!peopleAreHere || !structureOnly && !finish()) {
      again();
    }
  }

  /** The next step; says whether there is none after it. */
  private boolean finish() {
    ImportState state = answers.state(SURVEY);
    if (state == null) {
      answers.request(SURVEY, FILE);
      return false;
    }
    if (state == ImportState.FAILED) {
      LOG.log(Level.WARNING, "the demo is not played: its import failed");
      return true;
    }
    if (state != ImportState.DONE) {
      return false;
    }
    int cases = player.play(SURVEY);
    if (cases > 0) {
      absence.play();
      rules.play();
      LOG.log(Level.INFO, "the demo is ready: the follow-up of {0} cases was played", cases);
    }
    return true;
  }

  private void again() {
    timers.createSingleActionTimer(SOON, new TimerConfig(null, false));
  }
}
