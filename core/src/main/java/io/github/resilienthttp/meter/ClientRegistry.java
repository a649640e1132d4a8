// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Registers the meters of one client, and takes them all out again; nothing is registered after that. Thread-safe. */
final class ClientRegistry {
    private final MeterRegistry registry;
    private final Tags client;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Meter> registered = new HashSet<>();
    private boolean closed;

    ClientRegistry(MeterRegistry registry, String client) {
        this.registry = registry;
        this.client = Tags.of("client", client);
    }

    @Nullable
    Timer timer(String name, String description, String... tags) {
        return add(() -> Timer.builder(name)
                .description(description)
                .tags(client.and(tags))
                .register(registry));
    }

    @Nullable
    Counter counter(String name, String description, String... tags) {
        return add(() -> Counter.builder(name)
                .description(description)
                .tags(client.and(tags))
                .register(registry));
    }

    @Nullable
    DistributionSummary seconds(String name, String description, String... tags) {
        return add(() -> DistributionSummary.builder(name)
                .description(description)
                .baseUnit("seconds")
                .tags(client.and(tags))
                .register(registry));
    }

    /** Read off {@code source} whenever the registry is; does not keep it alive. */
    <T> void gauge(
            String name,
            @Nullable String unit,
            String description,
            T source,
            ToDoubleFunction<T> value,
            String... tags) {
        Gauge unused = add(() -> Gauge.builder(name, source, value)
                .description(description)
                .baseUnit(unit)
                .tags(client.and(tags))
                .register(registry));
    }

    private <M extends Meter> @Nullable M add(Supplier<M> made) {
        lock.lock();
        try {
            if (closed) {
                return null;
            }
            M meter = made.get();
            registered.add(meter);
            return meter;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            registered.forEach(registry::remove);
            registered.clear();
        } finally {
            lock.unlock();
        }
    }
}
