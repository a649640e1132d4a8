// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.policy;

import io.github.resilienthttp.stability.Stable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Builds a policy in code: one method for each key of the configuration, starting from the defaults of
 * {@link PolicyKeys}. Nothing is refused before {@link #build}, which reports all faults at once. A setting replaces an
 * earlier one of the same key. Not thread-safe.
 */
@Stable
public final class PolicyBuilder implements CallSettings, RetrySettings, GateSettings {
    private final String client;
    private final String place;
    private final Settings inherited = new Settings(null);
    private final Settings settings = new Settings(inherited);
    private final List<Fault> unknown = new ArrayList<>();

    PolicyBuilder(String client) {
        this.client = client;
        this.place = "Policy.builder(\"" + FaultText.shown(client) + "\")";
    }

    @Override
    public <T> PolicyBuilder set(PolicyKey<T> key, T value) {
        settings.write(key, Objects.requireNonNull(value, key.name()), place);
        return this;
    }

    /**
     * Sets a key by its name, with the text that properties would have.
     *
     * @param key such as {@code timeout.total}
     * @param text such as {@code 20s}
     * @return this
     */
    public PolicyBuilder set(String key, String text) {
        PolicyKeys.find(key)
                .ifPresentOrElse(
                        known -> settings.write(known, key, text.strip(), place),
                        () -> unknown.add(KeyPath.unknown(key, key, text, place)));
        return this;
    }

    /**
     * Sets {@code origins} from their texts.
     *
     * @param origins such as {@code https://api.github.com}
     * @return this
     */
    public PolicyBuilder origins(String... origins) {
        return set(CallKeys.ORIGINS.name(), joined(origins));
    }

    /**
     * Sets {@code retry.statuses} from its text.
     *
     * @param statuses such as {@code 5xx, !501, 408}
     * @return this
     */
    public PolicyBuilder retryStatuses(String statuses) {
        return set(RetryKeys.STATUSES.name(), statuses);
    }

    /**
     * Sets {@code retry.methods}.
     *
     * @param methods in capitals; they count as idempotent
     * @return this
     */
    public PolicyBuilder retryMethods(String... methods) {
        return retryMethods(new LinkedHashSet<>(List.of(methods)));
    }

    /**
     * Sets {@code rate-limit.permits} and {@code rate-limit.period}.
     *
     * @param permits how many attempts, 1 to 100000
     * @param period in which time, 10ms to 32d
     * @return this
     */
    public PolicyBuilder rateLimit(int permits, Duration period) {
        return rateLimitPermits(permits).rateLimitPeriod(period);
    }

    /**
     * Takes what is not set here from another policy instead of the defaults, but not its name and its origins, which
     * belong to one client only.
     *
     * @param other where to start from
     * @return this
     */
    public PolicyBuilder inherit(Policy other) {
        PolicyKeys.all().stream().filter(key -> !key.clientsOnly()).forEach(key -> take(key, other));
        return this;
    }

    PolicyBuilder from(Policy other) {
        PolicyKeys.all().forEach(key -> take(key, other));
        return this;
    }

    /** What equals the default stays unwritten, so that it still gives way to what is written. */
    private <T> void take(PolicyKey<T> key, Policy other) {
        if (!key.isDefaultIn(other)) {
            inherited.write(key, key.read(other), place);
        }
    }

    /**
     * Builds the policy.
     *
     * @return an immutable policy
     * @throws InvalidConfigurationException names every value out of range and every contradiction
     */
    public Policy build() {
        List<Fault> faults = new ArrayList<>();
        nameFault().ifPresent(faults::add);
        faults.addAll(unknown);
        faults.addAll(inherited.faults());
        faults.addAll(settings.faults());
        faults.addAll(Contradictions.in(inherited));
        faults.addAll(Contradictions.in(settings));
        Contradictions.halfLimit(settings).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new InvalidConfigurationException(faults);
        }
        return PolicyAssembly.of(client, settings);
    }

    private Optional<Fault> nameFault() {
        try {
            Syntax.client(client);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(new Fault("client", client, place, String.valueOf(refused.getMessage())));
        }
    }

    private static String joined(String... values) {
        return values.length == 0 ? "none" : String.join(",", values);
    }
}
