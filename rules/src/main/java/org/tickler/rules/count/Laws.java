package org.tickler.rules.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All laws of counting that are known, by name. Immutable. */
public final class Laws {
    private final Map<String, CountingLaw> laws;

    /** @throws IllegalStateException if two laws have one name */
    public Laws(Collection<CountingLaw> laws) {
        this.laws = new TreeMap<>();
        for (CountingLaw law : laws) {
            if (this.laws.put(law.id().value(), law) != null) {
                throw new IllegalStateException("two laws of counting are called " + law.id());
            }
        }
    }

    public Optional<CountingLaw> find(LawId id) {
        return Optional.ofNullable(laws.get(id.value()));
    }

    /** The names of all laws, in alphabetical order. */
    public SortedSet<String> names() {
        return new TreeSet<>(laws.keySet());
    }

    /** All laws, by name. */
    public Collection<CountingLaw> all() {
        return List.copyOf(laws.values());
    }
}
