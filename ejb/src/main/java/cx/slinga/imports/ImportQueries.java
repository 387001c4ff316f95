package cx.slinga.imports;

import cx.slinga.security.Roles;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.NotFoundException;
import cx.slinga.shared.Page;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads imports and the rows they rejected. */
@Stateless
@DenyAll
public class ImportQueries {
  private static final String IMPORT =
      "select i.id, i.file_name, s.key as survey, s.name as survey_name, i.state, coalesce(p.name,"
          + " i.requested_by) as requested_by, i.requested_at, i.started_at, i.finished_at,"
          + " i.size_bytes, i.bytes_read, i.records_read, i.accepted, i.scored, i.known,"
          + " i.rejected, i.warnings, i.cases_opened, i.follow_up, i.failure_key,"
          + " coalesce(i.failure_args, '{}') as failure_args from imports i join surveys s on s.id"
          + " = i.survey_id left join people p on p.username = i.requested_by ";

  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected ImportQueries() {}

  @Inject
  public ImportQueries(Database database) {
    this.database = database;
  }

  /**
   * Imports, the newest first.
   *
   * @param after key of the page before
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR, Roles.AUDITOR})
  public Page<ImportRow> list(@Nullable String after, int size) {
    Key key = after == null ? null : Key.parse(after);
    List<ImportRow> rows =
        database.read(
            h -> {
              var query =
                  h.createQuery(
                          IMPORT
                              + (key == null
                                  ? ""
                                  : "where (i.requested_at, i.id) < (:afterTime, :afterId) ")
                              + "order by i.requested_at desc, i.id desc limit :limit")
                      .bind("limit", size + 1);
              if (key != null) {
                query.bind("afterTime", key.at()).bind("afterId", key.id());
              }
              return query.map(ConstructorMapper.of(ImportRow.class)).list();
            });
    return Page.of(rows, size, row -> row.requestedAt() + "~" + row.id());
  }

  /**
   * One import.
   *
   * @throws NotFoundException when there is none
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR, Roles.AUDITOR})
  public ImportRow get(UUID id) {
    return database.read(
        h ->
            h.createQuery(IMPORT + "where i.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(ImportRow.class))
                .findOne()
                .orElseThrow(() -> new NotFoundException(id)));
  }

  /**
   * Rows that were not taken in, in the order of the file.
   *
   * @param after key of the page before
   * @throws NotFoundException when there is no such import
   */
  @RolesAllowed({Roles.CX_OWNER, Roles.ADMINISTRATOR, Roles.AUDITOR})
  public Page<RejectionRow> rejections(UUID id, @Nullable String after, int size) {
    get(id);
    long afterLine;
    try {
      afterLine = after == null ? 0 : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw BusinessException.ofField("after", "filter.unknown-value", after);
    }
    List<RejectionRow> rows =
        database.read(
            h ->
                h.createQuery(
                        "select line, reason, args, excerpt from rejected_rows where import_id ="
                            + " :id and line > :after order by line limit :limit")
                    .bind("id", id)
                    .bind("after", afterLine)
                    .bind("limit", size + 1)
                    .map(ConstructorMapper.of(RejectionRow.class))
                    .list());
    return Page.of(rows, size, row -> Long.toString(row.line()));
  }

  private record Key(OffsetDateTime at, UUID id) {
    static Key parse(String after) {
      int split = after.indexOf('~');
      try {
        return new Key(
            Instant.parse(after.substring(0, Math.max(split, 0))).atOffset(ZoneOffset.UTC),
            UUID.fromString(after.substring(split + 1)));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw BusinessException.ofField("after", "filter.unknown-value", after);
      }
    }
  }
}
