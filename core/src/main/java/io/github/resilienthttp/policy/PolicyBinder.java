// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Experimental;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds properties to policies, strictly: an unknown key, an unreadable value or a contradiction refuses the whole,
 * with all faults at once. Keys are {@code resilient-http.defaults.<key>} and
 * {@code resilient-http.clients.<name>.<key>}; keys of other prefixes belong to others, unless the prefix is ours with
 * at most two slips in it, or no key has it and one of ours stands there without. What a client leaves out it has from
 * {@code defaults}; a client exists as soon as one of its keys does; {@code default} always exists.
 */
@Experimental
public final class PolicyBinder {
    private final Settings defaults = new Settings(null);
    private final Map<String, Settings> clients = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private PolicyBinder() {}

    /**
     * Binds properties.
     *
     * @param values what was written, by its full key, in the order of the file; entries of a list may be given one by
     *     one ({@code …retry.methods[0]})
     * @return all clients
     * @throws InvalidConfigurationException names every fault, in the order of the values
     */
    public static ResilientHttpConfig bind(Map<String, ConfigValue> values) {
        Map<String, ConfigValue> joined = ListEntries.joined(values);
        PolicyBinder binder = new PolicyBinder();
        joined.forEach(binder::write);
        if (joined.keySet().stream().noneMatch(KeyPath::isOurs)) {
            joined.forEach(binder::miss);
        }
        binder.check();
        if (!binder.faults.isEmpty()) {
            Map<String, Integer> order = new HashMap<>();
            joined.keySet().forEach(key -> order.put(key, order.size()));
            binder.faults.sort(Comparator.comparingInt(fault -> order.getOrDefault(fault.key(), -1)));
            throw new InvalidConfigurationException(binder.faults);
        }
        return binder.config();
    }

    /**
     * Whether a key is meant for us, rightly written or not: what {@link #bind} does not leave to others.
     *
     * @param fullKey any key
     * @return true where it has our prefix, or one with at most two slips in it
     */
    public static boolean isOurs(String fullKey) {
        return KeyPath.isOurs(fullKey);
    }

    private void write(String fullKey, ConfigValue written) {
        if (!KeyPath.isOurs(fullKey)) {
            return;
        }
        Optional<KeyPath> path = KeyPath.parse(fullKey);
        if (path.isEmpty()) {
            faults.add(KeyPath.refuse(fullKey, written));
            return;
        }
        PolicyKey<?> key = path.get().key();
        String client = path.get().client();
        if (client == null) {
            defaults.write(key, fullKey, written.value().strip(), written.place());
            return;
        }
        try {
            clients.computeIfAbsent(Syntax.client(client), name -> new Settings(defaults))
                    .write(key, fullKey, written.value().strip(), written.place());
        } catch (IllegalArgumentException badName) {
            faults.add(
                    new Fault(fullKey, null, written.place(), FaultText.shown(client) + " is " + badName.getMessage()));
        }
    }

    /** Where no key is ours, those that would be with our prefix before them are not left to others. */
    private void miss(String fullKey, ConfigValue written) {
        KeyPath.meantBy(fullKey)
                .ifPresent(meant -> faults.add(new Fault(
                        fullKey,
                        written.value(),
                        written.place(),
                        "the prefix is missing; did you mean " + FaultText.shown(meant) + "?")));
    }

    private void check() {
        check(defaults);
        clients.values().forEach(settings -> {
            check(settings);
            Contradictions.halfLimit(settings).ifPresent(faults::add);
        });
        boolean completed = clients.values().stream().anyMatch(PolicyBinder::isLimited);
        if (!completed) {
            Contradictions.halfLimit(defaults).ifPresent(faults::add);
        }
        checkOrigins();
    }

    private void check(Settings settings) {
        faults.addAll(settings.faults());
        faults.addAll(Contradictions.in(settings));
    }

    /** Half a limit below {@code defaults} is fine as long as a client completes it. */
    private static boolean isLimited(Settings settings) {
        return settings.value(GateKeys.RATE_PERMITS).isPresent()
                && settings.value(GateKeys.RATE_PERIOD).isPresent();
    }

    private void checkOrigins() {
        Map<Origin, String> owners = new HashMap<>();
        clients.forEach((client, settings) -> {
            for (Origin origin : settings.value(CallKeys.ORIGINS)) {
                String owner = owners.putIfAbsent(origin, client);
                if (owner != null) {
                    faults.add(
                            settings.fault(CallKeys.ORIGINS, origin + " belongs to the client " + owner + " already"));
                }
            }
        });
    }

    private ResilientHttpConfig config() {
        Policy standard = PolicyAssembly.of(ResilientHttpConfig.DEFAULT_CLIENT, defaults);
        Map<String, Policy> policies = new LinkedHashMap<>();
        policies.put(ResilientHttpConfig.DEFAULT_CLIENT, standard);
        clients.forEach((client, settings) -> policies.put(client, PolicyAssembly.of(client, settings)));
        return new ResilientHttpConfig(standard, policies);
    }
}
