// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.core5.pool.PoolStats;

/** One client with a pool of two connections. */
abstract class PeerClient implements AutoCloseable {
    private final Supplier<PoolStats> stats;
    private final Closeable client;

    PeerClient(Supplier<PoolStats> stats, Closeable client) {
        this.stats = stats;
        this.client = client;
    }

    /** {@code once}: the body cannot be written again. An interrupt cancels. */
    abstract Answer send(String method, String path, byte[] body, boolean once, boolean expect) throws Exception;

    Answer get(String path) throws Exception {
        return send("GET", path, new byte[0], false, false);
    }

    int available() {
        return stats.get().getAvailable();
    }

    /** The client gives a connection back a moment after it has told the caller. */
    int leased() throws InterruptedException {
        for (int tries = 0; stats.get().getLeased() > 0 && tries < 400; tries++) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return stats.get().getLeased();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
