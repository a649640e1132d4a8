// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import io.github.resilienthttp.policy.ConfigValue;
import io.github.resilienthttp.policy.Fault;
import io.github.resilienthttp.policy.PolicyBinder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads what an environment holds for us, or may have been meant to: of each key the first of all sources, a list as a whole.
 * Sources that cannot name their properties are passed over. For one thread.
 */
final class EnvironmentProperties {
    private final ConfigurableEnvironment environment;
    private final Set<String> clients = new LinkedHashSet<>();
    private final Map<String, WrittenProperty> byKey = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    /** Keys that a source above has, and those that the present one has. */
    private final Set<String> decided = new HashSet<>();

    private final Set<String> deciding = new HashSet<>();

    private EnvironmentProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    static EnvironmentProperties read(ConfigurableEnvironment environment) {
        EnvironmentProperties read = new EnvironmentProperties(environment);
        List<EnumerablePropertySource<?>> sources = new ArrayList<>();
        environment.getPropertySources().forEach(source -> flatten(source, sources));
        // First all names of clients that can be trusted, then what variables make of them.
        sources.stream().filter(source -> !isVariables(source)).forEach(read::learnClients);
        sources.forEach(read::take);
        return read;
    }

    /** By their keys, the entries of lists one by one, in the order of precedence and of each file. */
    Map<String, WrittenProperty> byKey() {
        return byKey;
    }

    /** What is wrong with names, or cannot be resolved. */
    List<Fault> faults() {
        return faults;
    }

    /** The place of a name among all that are ours; of those that are not written anywhere, the last. */
    int order(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            index = names.indexOf(name + "[0]");
        }
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    private static void flatten(PropertySource<?> source, List<EnumerablePropertySource<?>> sources) {
        if (source instanceof CompositePropertySource composite) {
            composite.getPropertySources().forEach(part -> flatten(part, sources));
        } else if (source instanceof EnumerablePropertySource<?> enumerable) {
            sources.add(enumerable);
        }
    }

    private static boolean isVariables(PropertySource<?> source) {
        return source instanceof SystemEnvironmentPropertySource;
    }

    private void learnClients(EnumerablePropertySource<?> source) {
        for (String name : source.getPropertyNames()) {
            String client = RelaxedName.of(name).client();
            if (client != null) {
                clients.add(client);
            }
        }
    }

    private void take(EnumerablePropertySource<?> source) {
        for (String name : source.getPropertyNames()) {
            if (isVariables(source) && name.indexOf('.') < 0) {
                VariableName.of(name, clients).ifPresent(variable -> takeVariable(source, name, variable));
                continue;
            }
            String key = RelaxedName.of(name).key();
            if (PolicyBinder.isOurs(key)) {
                take(source, name, key);
            }
        }
        decided.addAll(deciding);
        deciding.clear();
    }

    private void takeVariable(EnumerablePropertySource<?> source, String name, VariableName variable) {
        String key = variable.key();
        if (key != null) {
            take(source, name, key);
        } else {
            names.add(name);
            faults.add(new Fault(name, null, place(source, name), String.valueOf(variable.problem())));
        }
    }

    private void take(EnumerablePropertySource<?> source, String name, String key) {
        String whole = WrittenProperty.withoutIndex(key);
        if (decided.contains(whole)) {
            return;
        }
        deciding.add(whole);
        names.add(name);
        String place = place(source, name);
        WrittenProperty twin = byKey.get(key);
        if (twin != null) {
            faults.add(new Fault(name, null, place, "the key stands there as " + twin.name() + " already"));
            return;
        }
        try {
            ConfigValue value = new ConfigValue(text(source.getProperty(name)), place);
            byKey.put(key, new WrittenProperty(name, key, value));
        } catch (IllegalArgumentException unresolvable) {
            faults.add(new Fault(name, null, place, String.valueOf(unresolvable.getMessage())));
        }
    }

    private String text(@Nullable Object value) {
        if (value instanceof Collection<?> entries) {
            return entries.stream().map(this::text).collect(Collectors.joining(","));
        }
        return value == null ? "" : environment.resolveRequiredPlaceholders(value.toString());
    }

    private static String place(PropertySource<?> source, String name) {
        Origin origin = OriginLookup.getOrigin(source, name);
        return origin == null ? source.getName() : origin.toString();
    }
}
