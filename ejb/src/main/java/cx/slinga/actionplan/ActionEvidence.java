package cx.slinga.actionplan;

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

/** Evidence of actions as rows; the content of files lies apart, so that lists do not read it. */
@ApplicationScoped
class ActionEvidence {
  @Inject private Database database;

  /** All evidence of an action, in the order of its adding. */
  List<ActionEvidenceRow> of(UUID action) {
    return database.read(
        h ->
            h.createQuery(
                    "select e.id, e.kind, e.note, e.link, e.file_name, e.media_type, e.size_bytes,"
                        + " p.name as added_by, e.added_at from action_evidence e join people p on"
                        + " p.id = e.added_by where e.action_id = :action order by e.added_at,"
                        + " e.id")
                .bind("action", action)
                .map(ConstructorMapper.of(ActionEvidenceRow.class))
                .list());
  }

  /**
   * Keeps a piece of evidence.
   *
   * @return its id
   */
  UUID add(UUID action, Proof proof, UUID by, Instant at) {
    UUID id = Ids.next();
    EvidenceFile file = proof.file();
    database.write(
        h -> {
          h.createUpdate(
                  "insert into action_evidence (id, action_id, kind, note, link, file_name,"
                      + " media_type, size_bytes, added_by, added_at) values (:id, :action, :kind,"
                      + " :note, :link, :fileName, :mediaType, cast(:size as bigint), :by, :at)")
              .bind("id", id)
              .bind("action", action)
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
            h.createUpdate("insert into action_files (evidence_id, content) values (:id, :content)")
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
   * @throws NotFoundException when the action has none of that id
   */
  void remove(UUID action, UUID id) {
    int gone =
        database.read(
            h ->
                h.createUpdate("delete from action_evidence where id = :id and action_id = :action")
                    .bind("id", id)
                    .bind("action", action)
                    .execute());
    if (gone == 0) {
      throw new NotFoundException(id);
    }
  }

  /**
   * A file with its content.
   *
   * @throws NotFoundException when the action has no file of that id
   */
  EvidenceFile file(UUID action, UUID id) {
    return database.read(
        h ->
            h.createQuery(
                    "select e.file_name, e.media_type, f.content from action_evidence e join"
                        + " action_files f on f.evidence_id = e.id where e.id = :id and"
                        + " e.action_id = :action")
                .bind("id", id)
                .bind("action", action)
                .map(
                    (row, context) ->
                        new EvidenceFile(
                            row.getString("file_name"),
                            row.getString("media_type"),
                            row.getBytes("content")))
                .findOne()
                .orElseThrow(() -> new NotFoundException(id)));
  }
}
