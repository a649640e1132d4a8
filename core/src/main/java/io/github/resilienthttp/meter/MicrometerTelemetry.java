// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.meter;

import io.github.resilienthttp.event.ClientGauges;
import io.github.resilienthttp.event.ClientTelemetry;
import io.github.resilienthttp.event.Telemetry;
import io.github.resilienthttp.stability.Stable;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The meters {@code resilient.http.*} in a registry of Micrometer. Their number depends on the number of clients and on
 * nothing else. Front doors that share a registry share one of these as well: clients of one name then share their meters,
 * which go with the last of them. Whoever wants percentiles or histograms asks for them with a {@code MeterFilter}, as usual.
 * Thread-safe.
 */
@Stable
public final class MicrometerTelemetry implements Telemetry {
    private final MeterRegistry registry;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ClientMeters> clients = new HashMap<>();

    private MicrometerTelemetry(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Meters in a registry.
     *
     * @param registry the registry
     * @return what to give to the builder of a front door
     */
    public static MicrometerTelemetry of(MeterRegistry registry) {
        return new MicrometerTelemetry(registry);
    }

    @Override
    public ClientTelemetry client(String client, ClientGauges gauges) {
        lock.lock();
        try {
            ClientMeters meters = clients.computeIfAbsent(client, name -> new ClientMeters(registry, name));
            meters.polled.add(gauges);
            AtomicBoolean left = new AtomicBoolean();
            return new MeteredClient(meters, () -> {
                if (left.compareAndSet(false, true)) {
                    leave(client, meters, gauges);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    private void leave(String client, ClientMeters meters, ClientGauges gauges) {
        lock.lock();
        try {
            if (meters.polled.remove(gauges)) {
                clients.remove(client, meters);
                meters.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
