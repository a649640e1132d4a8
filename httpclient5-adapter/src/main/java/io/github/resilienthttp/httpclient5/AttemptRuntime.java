// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import java.io.InterruptedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.EndpointInfo;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one attempt. Once the attempt is over, a lease that still comes is given back and nothing is sent: a
 * retry may be on its way. Thread-safe.
 */
final class AttemptRuntime implements AsyncExecRuntime {
    private final AsyncExecRuntime fork;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean over;

    AttemptRuntime(AsyncExecRuntime fork) {
        this.fork = fork;
    }

    /** The attempt is over and its connection of no use; harmless when repeated. */
    void end() {
        lock.lock();
        try {
            over = true;
            fork.discardEndpoint();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isEndpointAcquired() {
        return fork.isEndpointAcquired();
    }

    @Override
    public Cancellable acquireEndpoint(
            String id,
            HttpRoute route,
            @Nullable Object state,
            HttpClientContext context,
            FutureCallback<AsyncExecRuntime> callback) {
        return fork.acquireEndpoint(id, route, state, context, new FutureCallback<>() {
            @Override
            public void completed(AsyncExecRuntime acquired) {
                if (tooLate()) {
                    fork.discardEndpoint();
                    callback.cancelled();
                } else {
                    callback.completed(AttemptRuntime.this);
                }
            }

            @Override
            public void failed(Exception cause) {
                callback.failed(cause);
            }

            @Override
            public void cancelled() {
                callback.cancelled();
            }
        });
    }

    private boolean tooLate() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Cancellable execute(String id, AsyncClientExchangeHandler handler, HttpClientContext context) {
        lock.lock();
        try {
            if (!over) {
                return fork.execute(id, handler, context);
            }
        } finally {
            lock.unlock();
        }
        handler.failed(new InterruptedIOException("the attempt is over"));
        handler.releaseResources();
        return () -> false;
    }

    @Override
    public Cancellable connectEndpoint(HttpClientContext context, FutureCallback<AsyncExecRuntime> callback) {
        if (tooLate()) {
            callback.cancelled();
            return () -> false;
        }
        return fork.connectEndpoint(context, callback);
    }

    @Override
    public void releaseEndpoint() {
        fork.releaseEndpoint();
    }

    @Override
    public void discardEndpoint() {
        fork.discardEndpoint();
    }

    @Override
    public boolean isEndpointConnected() {
        return fork.isEndpointConnected();
    }

    @Override
    public void disconnectEndpoint() {
        fork.disconnectEndpoint();
    }

    @Override
    public void upgradeTls(HttpClientContext context) {
        fork.upgradeTls(context);
    }

    @Override
    public void upgradeTls(HttpClientContext context, FutureCallback<AsyncExecRuntime> callback) {
        fork.upgradeTls(context, callback);
    }

    @Override
    public EndpointInfo getEndpointInfo() {
        return fork.getEndpointInfo();
    }

    @Override
    public boolean validateConnection() {
        return fork.validateConnection();
    }

    @Override
    public void markConnectionReusable(@Nullable Object state, TimeValue duration) {
        fork.markConnectionReusable(state, duration);
    }

    @Override
    public void markConnectionNonReusable() {
        fork.markConnectionNonReusable();
    }

    @Override
    public AsyncExecRuntime fork() {
        return fork.fork();
    }
}
