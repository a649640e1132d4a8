// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.Http1StreamListener;
import org.jspecify.annotations.Nullable;

/**
 * The connection whose request is being read. A handler is told nothing of a client that has closed its side; the
 * connection knows. For servers with one thread of input and output.
 */
final class CurrentConnection implements Http1StreamListener {
    private @Nullable HttpConnection connection;

    @Nullable
    HttpConnection get() {
        return connection;
    }

    @Override
    public void onRequestHead(HttpConnection reading, HttpRequest request) {
        connection = reading;
    }

    @Override
    public void onResponseHead(HttpConnection writing, HttpResponse response) {}

    @Override
    public void onExchangeComplete(HttpConnection whose, boolean keptAlive) {}
}
