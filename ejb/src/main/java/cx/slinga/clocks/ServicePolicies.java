package cx.slinga.clocks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/** Every version of the service level that there has been. At least one. */
public final class ServicePolicies {
  private final TreeMap<Integer, ServicePolicy> versions = new TreeMap<>();

  public ServicePolicies(Collection<ServicePolicy> versions) {
    versions.forEach(policy -> this.versions.put(policy.version(), policy));
    if (this.versions.isEmpty()) {
      throw new IllegalArgumentException("no service level");
    }
  }

  /** The one under which clocks start today. */
  public ServicePolicy current() {
    return versions.lastEntry().getValue();
  }

  /** The one of that number; it must exist. */
  public ServicePolicy version(int number) {
    ServicePolicy policy = versions.get(number);
    if (policy == null) {
      throw new IllegalStateException("no service level " + number);
    }
    return policy;
  }

  /** These and the next one. */
  public ServicePolicies with(ServicePolicy next) {
    List<ServicePolicy> all = new ArrayList<>(versions.values());
    all.add(next);
    return new ServicePolicies(all);
  }

  /** All of them, the first first. */
  public Collection<ServicePolicy> all() {
    return Collections.unmodifiableCollection(versions.values());
  }
}
