// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.upstreams;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Counts requests per key over any period, not over calendar minutes, and answers what is above the limit. Thread-safe. */
final class SlidingWindowLimit implements ResponseDefinitionTransformerV2 {
    private final int permits;
    private final long periodNanos;
    private final String body;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Long>> passed = new HashMap<>();
    private long refused;

    SlidingWindowLimit(int permits, Duration period, String body) {
        this.permits = permits;
        this.periodNanos = period.toNanos();
        this.body = body;
    }

    @Override
    public String getName() {
        return "sliding-window-limit";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        String key = String.valueOf(event.getRequest().getHeader("Authorization"));
        long wait = waitNanos(key, System.nanoTime());
        return wait == 0 ? event.getResponseDefinition() : tooMany(wait);
    }

    /** How long until the key may come again; 0 where it may pass now, and is counted. */
    private long waitNanos(String key, long now) {
        lock.lock();
        try {
            Deque<Long> window = passed.computeIfAbsent(key, fresh -> new ArrayDeque<>());
            while (!window.isEmpty() && now - window.peekFirst() >= periodNanos) {
                window.removeFirst();
            }
            if (window.size() < permits) {
                window.addLast(now);
                return 0;
            }
            refused++;
            return window.getFirst() + periodNanos - now;
        } finally {
            lock.unlock();
        }
    }

    private ResponseDefinition tooMany(long waitNanos) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(waitNanos + TimeUnit.SECONDS.toNanos(1) - 1);
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(429)
                .withHeader("Content-Type", "application/json")
                .withHeader("Retry-After", Long.toString(seconds))
                .withBody(body)
                .build();
    }

    long refused() {
        lock.lock();
        try {
            return refused;
        } finally {
            lock.unlock();
        }
    }
}
