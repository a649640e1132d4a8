// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.HttpRoute;

/**
 * HTTP/2 connections on which an attempt ran out while nothing at all was heard. Once may be a slow answer; a second attempt
 * that begins after that and hears nothing either means that the connection is dead, and it would otherwise be used for ever.
 * Remembers the last 256. Thread-safe.
 */
final class SilentConnections {
    private static final int MOST = 256;

    private record Strike(long progress, long nanos) {}

    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Strike> strikes = new Latest<>();
    private final Map<HttpRoute, Long> begun = new Latest<>();

    /** What has begun matters from the first strike of an attempt on that never did; before, nobody counts. */
    private volatile boolean counting;

    /** A connection of that route took up a request. */
    void begun(HttpRoute route) {
        if (!counting) {
            return;
        }
        lock.lock();
        try {
            begun.merge(route, 1L, Long::sum);
        } finally {
            lock.unlock();
        }
    }

    /** Whether to drop the connection of an attempt that ran out: {@code since} and {@code now} are its times. */
    boolean dead(AttemptStream stream, HttpRoute route, long since, long now) {
        if (!stream.silent()) {
            return false;
        }
        lock.lock();
        try {
            counting |= stream.connection() == null;
            return stream.connection() == null
                    ? again(route, begun.getOrDefault(route, 0L), since, now)
                    : again(stream.connection(), stream.connection().getReceivedBytesCount(), since, now);
        } finally {
            lock.unlock();
        }
    }

    private boolean again(Object connection, long progress, long since, long now) {
        Strike last = strikes.get(connection);
        if (last == null || last.progress != progress) {
            strikes.put(connection, new Strike(progress, now));
            return false;
        }
        if (since - last.nanos < 0) {
            return false;
        }
        strikes.remove(connection);
        return true;
    }
}
