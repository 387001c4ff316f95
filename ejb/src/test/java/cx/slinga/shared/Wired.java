package cx.slinga.shared;

import cx.slinga.security.Caller;
import cx.slinga.security.Callers;
import cx.slinga.security.CurrentUser;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.jspecify.annotations.Nullable;

/**
 * The product's own beans put together without a server: fields are injected, events reach whoever
 * observes them, entities are managed by Hibernate, and one transaction is one connection. Roles on
 * methods are not checked here; who calls is whom {@link #as} names, with the directory's roles.
 */
public final class Wired implements AutoCloseable {
  /** Runs something in one transaction of the data source. */
  public interface Transactions {
    <T> T in(Supplier<T> work);
  }

  private final Transactions transactions;
  private final SessionFactory sessions;
  private final List<Class<?>> types;
  private final Map<Class<?>, Object> beans = new HashMap<>();
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
  private String caller = "";

  public Wired(DataSource source, Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.types = types();
    Configuration configuration =
        new Configuration(
            new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new WithoutMigration())
                .build());
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
    configuration.getProperties().put(AvailableSettings.JSON_FORMAT_MAPPER, new NoJson());
    configuration
        .setProperty("hibernate.jdbc.time_zone", "UTC")
        .setProperty("hibernate.type.preferred_uuid_jdbc_type", "UUID")
        .setProperty("hibernate.jdbc.batch_size", "100")
        .setProperty("hibernate.default_batch_fetch_size", "500")
        .setProperty("hibernate.order_inserts", "true")
        .setProperty("hibernate.order_updates", "true");
    types.stream()
        .filter(type -> type.isAnnotationPresent(Entity.class))
        .forEach(configuration::addAnnotatedClass);
    sessions = configuration.buildSessionFactory();
    Database database = new Database(source);
    beans.put(Database.class, database);
    beans.put(Clock.class, clock);
    beans.put(CurrentUser.class, new Directory(new Callers(database)));
    beans.put(EntityManager.class, managed());
  }

  /** From now on this person calls. */
  public Wired as(String username) {
    caller = username;
    return this;
  }

  /** The bean of that type, with all that it needs. */
  public <T> T get(Class<T> type) {
    Object known = beans.get(type);
    if (known == null) {
      known = make(type);
    }
    return type.cast(known);
  }

  /**
   * One call of a service, as the container makes it: one transaction, undone by what is thrown.
   */
  public <T> T in(Supplier<T> work) {
    return transactions.in(
        () -> {
          EntityManager entities = sessions.createEntityManager();
          current.set(entities);
          entities.getTransaction().begin();
          try {
            T result = work.get();
            entities.getTransaction().commit();
            return result;
          } catch (RuntimeException e) {
            entities.getTransaction().rollback();
            throw e;
          } finally {
            current.remove();
            entities.close();
          }
        });
  }

  /** As {@link #in} for what answers nothing. */
  public void run(Runnable work) {
    in(
        () -> {
          work.run();
          return true;
        });
  }

  private Object make(Class<?> type) {
    try {
      Constructor<?> constructor =
          Stream.of(type.getDeclaredConstructors())
              .filter(c -> c.isAnnotationPresent(Inject.class))
              .findFirst()
              .orElse(null);
      if (constructor == null) {
        constructor = type.getDeclaredConstructor();
      }
      constructor.setAccessible(true);
      Object bean =
          constructor.newInstance(
              Stream.of(constructor.getParameters())
                  .map(p -> needed(p.getType(), p.getParameterizedType()))
                  .toArray());
      beans.put(type, bean);
      for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
        for (Field field : c.getDeclaredFields()) {
          if (field.isAnnotationPresent(Inject.class)
              || field.isAnnotationPresent(PersistenceContext.class)) {
            field.setAccessible(true);
            field.set(bean, needed(field.getType(), field.getGenericType()));
          }
        }
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }

  private Object needed(Class<?> type, Type generic) {
    if (type == Event.class) {
      return proxy(Event.class, "fire", args -> fire(args[0]));
    }
    if (type == Instance.class) {
      Class<?> wanted = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      List<Object> all = new ArrayList<>();
      types.stream()
          .filter(t -> wanted.isAssignableFrom(t) && t.isAnnotationPresent(ApplicationScoped.class))
          .forEach(t -> all.add(get(t)));
      return proxy(Instance.class, "iterator", args -> all.iterator());
    }
    return get(type);
  }

  /** Calls everybody who observes it; what they throw reaches the one who fired. */
  private @Nullable Object fire(Object event) {
    for (Class<?> type : types) {
      for (Method method : type.getDeclaredMethods()) {
        if (observes(method, event)) {
          method.setAccessible(true);
          call(get(type), method, event);
        }
      }
    }
    return null;
  }

  private static void call(Object bean, Method method, Object event) {
    try {
      method.invoke(bean, event);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean observes(Method method, Object event) {
    for (Parameter parameter : method.getParameters()) {
      Observes observes = parameter.getAnnotation(Observes.class);
      if (observes != null) {
        return method.getParameterCount() == 1
            && observes.during() == TransactionPhase.IN_PROGRESS
            && parameter.getType().isInstance(event);
      }
    }
    return false;
  }

  private EntityManager managed() {
    return (EntityManager)
        Proxy.newProxyInstance(
            Wired.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, args) -> {
              EntityManager entities = current.get();
              if (entities == null) {
                throw new IllegalStateException("no transaction");
              }
              try {
                return method.invoke(entities, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private interface Answer {
    @Nullable Object to(Object[] args);
  }

  private static Object proxy(Class<?> type, String method, Answer answer) {
    return Proxy.newProxyInstance(
        Wired.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, called, args) -> {
          if (called.getName().equals(method)) {
            return answer.to(args);
          }
          throw new UnsupportedOperationException(called.getName());
        });
  }

  /** Every class of the product that lies beside {@link Database}. */
  private static List<Class<?>> types() {
    try {
      URI place = Database.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(place);
      if (Files.isDirectory(path)) {
        return types(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return types(jar.getPath("/"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Class<?>> types(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Class<?>> types = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
        if (name.startsWith("cx.slinga.") && !name.endsWith("-info.class")) {
          Class<?> type = load(name.substring(0, name.length() - ".class".length()));
          if (type != null && !Modifier.isAbstract(type.getModifiers()) && isBean(type)) {
            types.add(type);
          }
        }
      }
      return types;
    }
  }

  private static @Nullable Class<?> load(String name) {
    try {
      return Class.forName(name, false, Wired.class.getClassLoader());
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return null; // needs what only the server has
    }
  }

  private static boolean isBean(Class<?> type) {
    List<Class<? extends Annotation>> kinds =
        List.of(ApplicationScoped.class, jakarta.ejb.Stateless.class, Entity.class);
    return Arrays.stream(type.getAnnotations()).anyMatch(a -> kinds.contains(a.annotationType()));
  }

  /** Whoever made the data source has migrated it. */
  private static final class WithoutMigration extends ClassLoaderServiceImpl {
    private static final long serialVersionUID = 1L;

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> contract) {
      return contract == Integrator.class ? List.of() : super.loadJavaServices(contract);
    }
  }

  /** No entity holds JSON, and the mapper that Hibernate looks for is the server's. */
  private static final class NoJson implements FormatMapper {
    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
      throw new UnsupportedOperationException();
    }
  }

  /** Who calls, as the directory knows the person. */
  private final class Directory extends CurrentUser {
    private final Callers callers;

    Directory(Callers callers) {
      this.callers = callers;
    }

    @Override
    public Caller get() {
      return callers.find(caller).orElseThrow(() -> new EJBAccessException("nobody called that"));
    }

    @Override
    public String username() {
      return caller;
    }
  }

  @Override
  public void close() {
    sessions.close();
  }
}
