package cx.slinga.shared;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jspecify.annotations.Nullable;

/**
 * SQL with bound parameters to records, in the caller's transaction. For read models and for
 * changes that concern sets of rows; single objects with rules are JPA entities.
 */
@ApplicationScoped
public class Database {
  @Resource(lookup = "java:jboss/datasources/SlingaDS")
  private @Nullable DataSource dataSource;

  private @Nullable Jdbi jdbi;

  protected Database() {}

  /** For use outside the container: benchmarks and tests. */
  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
    connect();
  }

  @PostConstruct
  void connect() {
    Jdbi made = Jdbi.create(java.util.Objects.requireNonNull(dataSource));
    made.registerArrayType(String.class, "text");
    made.registerArrayType(UUID.class, "uuid");
    made.registerArrayType(Long.class, "bigint");
    made.registerArrayType(Integer.class, "int");
    made.registerArrayType(Double.class, "float8");
    made.registerArrayType(LocalDate.class, "date");
    made.registerColumnMapper(new TypedIdColumns());
    made.registerArgument(new TypedIdArguments());
    made.registerArgument(new IdArguments());
    jdbi = made;
  }

  /** Asks on one connection and gives it back. */
  public <R> R read(Function<Handle, R> question) {
    return java.util.Objects.requireNonNull(jdbi).withHandle(question::apply);
  }

  /** Changes on one connection and gives it back. */
  public void write(Consumer<Handle> change) {
    java.util.Objects.requireNonNull(jdbi).useHandle(change::accept);
  }

  private static boolean isTypedId(Type type) {
    Class<?> raw = GenericTypes.getErasedType(type);
    return TypedId.class.isAssignableFrom(raw) && raw.isRecord();
  }

  private static final class TypedIdColumns implements ColumnMapperFactory {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
      if (!isTypedId(type)) {
        return Optional.empty();
      }
      Constructor<?> constructor;
      try {
        constructor = GenericTypes.getErasedType(type).getDeclaredConstructor(UUID.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("typed ids have the one component value: " + type, e);
      }
      return Optional.of(
          (row, column, context) -> {
            UUID value = row.getObject(column, UUID.class);
            try {
              return value == null ? null : constructor.newInstance(value);
            } catch (InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  private static final class TypedIdArguments implements ArgumentFactory {
    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
      return value instanceof TypedId id
          ? Optional.of(
              (position, statement, context) ->
                  statement.setObject(position, id.value(), Types.OTHER))
          : Optional.empty();
    }
  }

  /**
   * An id that is null is bound as an id; as a text, which is the library's way, it compares with
   * none.
   */
  private static final class IdArguments extends AbstractArgumentFactory<UUID> {
    IdArguments() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }
}
