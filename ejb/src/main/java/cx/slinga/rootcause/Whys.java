package cx.slinga.rootcause;

import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Database;
import cx.slinga.shared.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The whys of causes as rows. A why keeps its id, so that its evidence stays with it. */
@ApplicationScoped
public class Whys {
  private Database database;

  /** For the container's proxy. */
  @SuppressWarnings("NullAway")
  protected Whys() {}

  @Inject
  public Whys(Database database) {
    this.database = database;
  }

  /** The chain of a cause, outermost first. */
  public List<Why> of(UUID cause) {
    return database.read(
        h ->
            h.createQuery(
                    "select id, answer, is_root as root from cause_whys where cause_id = :cause"
                        + " order by position")
                .bind("cause", cause)
                .map(ConstructorMapper.of(Why.class))
                .list());
  }

  /**
   * Puts a chain in place of what was there.
   *
   * @param chain as {@link Why#chain} returns it; an id must be one of this cause's
   */
  public void replace(UUID cause, List<Why> chain) {
    Set<UUID> known = of(cause).stream().map(Why::id).collect(Collectors.toSet());
    Set<UUID> kept =
        chain.stream().map(Why::id).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
    long named = chain.stream().filter(why -> why.id() != null).count();
    if (!known.containsAll(kept) || kept.size() != named) {
      throw BusinessException.ofField("whys", "why.unknown");
    }
    database.write(
        h -> {
          h.createUpdate("delete from cause_whys where cause_id = :cause and not (id = any(:kept))")
              .bind("cause", cause)
              .bind("kept", kept.toArray(new UUID[0]))
              .execute();
          for (int i = 0; i < chain.size(); i++) {
            Why why = chain.get(i);
            h.createUpdate(
                    "insert into cause_whys (id, cause_id, position, answer, is_root) values (:id,"
                        + " :cause, :position, :answer, :root) on conflict (id) do update set"
                        + " position = excluded.position, answer = excluded.answer, is_root ="
                        + " excluded.is_root")
                .bind("id", why.id() == null ? Ids.next() : why.id())
                .bind("cause", cause)
                .bind("position", i + 1)
                .bind("answer", why.answer())
                .bind("root", why.root())
                .execute();
          }
        });
  }

  /**
   * Moves whys to the end of another cause's chain; which of them is the root is decided anew.
   *
   * @param ids of {@code from}, or null for all
   * @return how many
   */
  int carry(UUID from, UUID to, @org.jspecify.annotations.Nullable Set<UUID> ids) {
    return database.read(
        h ->
            h.createUpdate(
                    "update cause_whys w set cause_id = :to, is_root = false, position ="
                        + " w.position + (select coalesce(max(position), 0) from cause_whys where"
                        + " cause_id = :to) where cause_id = :from and (:all or id = any(:ids))")
                .bind("to", to)
                .bind("from", from)
                .bind("all", ids == null)
                .bind("ids", ids == null ? new UUID[0] : ids.toArray(new UUID[0]))
                .execute());
  }
}
