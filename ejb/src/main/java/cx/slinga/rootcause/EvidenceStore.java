package cx.slinga.rootcause;

import cx.slinga.evidence.EvidenceFile;
import cx.slinga.evidence.Proof;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import cx.slinga.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Evidence as rows; the content of files lies apart, so that lists do not read it. */
@ApplicationScoped
public class EvidenceStore {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected EvidenceStore() {}

  @Inject
  public EvidenceStore(Database database) {
    this.database = database;
  }

  /** All evidence of a cause, in the order of its adding. */
  public List<EvidenceRow> of(UUID cause) {
    return database.read(
        h ->
            h.createQuery(
                    "select e.id, e.why_id, e.node_id, e.kind, e.note, e.link, e.file_name,"
                        + " e.media_type, e.size_bytes, p.name as added_by, e.added_at from"
                        + " cause_evidence e join people p on p.id = e.added_by where e.cause_id ="
                        + " :cause order by e.added_at, e.id")
                .bind("cause", cause)
                .map(ConstructorMapper.of(EvidenceRow.class))
                .list());
  }

  /**
   * Keeps a piece of evidence.
   *
   * @return its id
   */
  public UUID add(AddEvidence command, UUID by, Instant at) {
    Proof proof = Proof.of("note", command.note(), "link", command.link(), command.file());
    EvidenceFile file = proof.file();
    UUID id = Ids.next();
    database.write(
        h -> {
          refuseForeign(h, "cause_whys", command.whyId(), command.causeId());
          refuseForeign(h, "cause_nodes", command.nodeId(), command.causeId());
          h.createUpdate(
                  "insert into cause_evidence (id, cause_id, why_id, node_id, kind, note, link,"
                      + " file_name, media_type, size_bytes, added_by, added_at) values (:id,"
                      + " :cause, cast(:why as uuid), cast(:node as uuid), :kind, :note, :link,"
                      + " :fileName, :mediaType, cast(:size as bigint), :by, :at)")
              .bind("id", id)
              .bind("cause", command.causeId())
              .bind("why", command.whyId())
              .bind("node", command.nodeId())
              .bind("kind", proof.kind().name())
              .bind("note", proof.note())
              .bind("link", proof.link())
              .bind("fileName", proof.fileName())
              .bind("mediaType", proof.mediaType())
              .bind("size", proof.sizeBytes())
              .bind("by", by)
              .bind("at", at.atOffset(ZoneOffset.UTC))
              .execute();
          if (file != null) {
            h.createUpdate("insert into cause_files (evidence_id, content) values (:id, :content)")
                .bind("id", id)
                .bind("content", file.content())
                .execute();
          }
        });
    return id;
  }

  /**
   * Takes a piece of evidence away.
   *
   * @throws NotFoundException when the cause has none of that id
   */
  public void remove(UUID cause, UUID id) {
    int gone =
        database.read(
            h ->
                h.createUpdate("delete from cause_evidence where id = :id and cause_id = :cause")
                    .bind("id", id)
                    .bind("cause", cause)
                    .execute());
    if (gone == 0) {
      throw new NotFoundException(id);
    }
  }

  /**
   * A file with its content.
   *
   * @throws NotFoundException when the cause has no file of that id
   */
  public EvidenceFile file(UUID cause, UUID id) {
    return database.read(
        h ->
            h.createQuery(
                    "select e.file_name, e.media_type, f.content from cause_evidence e join"
                        + " cause_files f on f.evidence_id = e.id where e.id = :id and e.cause_id ="
                        + " :cause")
                .bind("id", id)
                .bind("cause", cause)
                .map(
                    (row, context) ->
                        new EvidenceFile(
                            row.getString("file_name"),
                            row.getString("media_type"),
                            row.getBytes("content")))
                .findOne()
                .orElseThrow(() -> new NotFoundException(id)));
  }

  /** Evidence goes where its why or its node went; {@code all} takes also what hangs on neither. */
  int carry(UUID from, UUID to, boolean all) {
    return database.read(
        h ->
            h.createUpdate(
                    "update cause_evidence e set cause_id = :to where cause_id = :from and (:all or"
                        + " exists (select from cause_whys w where w.id = e.why_id and w.cause_id ="
                        + " :to) or exists (select from cause_nodes n where n.id = e.node_id and"
                        + " n.cause_id = :to))")
                .bind("from", from)
                .bind("to", to)
                .bind("all", all)
                .execute());
  }

  /** Usual branches stay behind in a merge: what hung on them hangs on the same branch there. */
  void followBranches(UUID from, UUID to) {
    database.write(
        h ->
            h.createUpdate(
                    "update cause_evidence e set node_id = there.id from cause_nodes here left join"
                        + " cause_nodes there on there.cause_id = :to and there.branch ="
                        + " here.branch where here.id = e.node_id and here.cause_id = :from and"
                        + " e.cause_id = :to")
                .bind("from", from)
                .bind("to", to)
                .execute());
  }

  private static void refuseForeign(
      org.jdbi.v3.core.Handle h, String table, @Nullable UUID id, UUID cause) {
    if (id == null) {
      return;
    }
    String question =
        table.equals("cause_whys")
            ? "select exists (select from cause_whys where id = :id and cause_id = :cause)"
            : "select exists (select from cause_nodes where id = :id and cause_id = :cause)";
    boolean known =
        h.createQuery(question).bind("id", id).bind("cause", cause).mapTo(Boolean.class).one();
    if (!known) {
      throw new NotFoundException(id);
    }
  }
}
