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
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one attempt. Once the attempt is over, a lease that still comes is given back and nothing is sent: a
 * retry may be on its way. Over HTTP/2 only the attempt's stream ends, since others may share the connection. Thread-safe.
 */
final class AttemptRuntime extends ForwardedRuntime {
    private final Runnable begins;
    private final ReentrantLock lock = new ReentrantLock();
    /** Both written under the lock, by which an attempt that is over begins no stream. */
    private volatile boolean over;

    private volatile @Nullable AttemptStream stream;
    private volatile @Nullable Object userToken;

    /** {@code begins} is run when a request is about to be written. */
    AttemptRuntime(AsyncExecRuntime fork, Runnable begins) {
        super(fork);
        this.begins = begins;
    }

    /** The attempt is over and of no use: its stream ends over HTTP/2, else its connection. Harmless when repeated. */
    void end() {
        end(false);
    }

    /** The same after a failure, which may be the connection's. */
    void end(Exception cause) {
        end(!(cause instanceof HttpStreamResetException
                || cause instanceof RequestNotExecutedException
                || cause instanceof InterruptedIOException
                || cause instanceof ProtocolException));
    }

    /** The same; {@code connectionToo}: even though others may share it. */
    void end(boolean connectionToo) {
        AttemptStream current;
        lock.lock();
        try {
            over = true;
            current = stream;
        } finally {
            lock.unlock();
        }
        if (current != null) {
            current.abandon();
        }
        letGo(connectionToo);
    }

    private void letGo(boolean connectionToo) {
        if (connectionToo || !shared()) {
            fork.discardEndpoint();
        } else {
            giveBack();
        }
    }

    /** Resets an HTTP/2 stream whose request body is still under way; false where there is no such. */
    boolean cutUpload() {
        AttemptStream current = stream;
        if (current == null || !current.uploading()) {
            return false;
        }
        current.abandon();
        return true;
    }

    /** What the connection sees of the attempt; null before anything is to be sent. */
    @Nullable
    AttemptStream stream() {
        return stream;
    }

    private boolean shared() {
        EndpointInfo info = fork.getEndpointInfo();
        return info != null && info.getProtocol().greaterEquals(HttpVersion.HTTP_2) && fork.isEndpointConnected();
    }

    private void giveBack() {
        try {
            fork.markConnectionReusable(userToken, TimeValue.NEG_ONE_MILLISECOND);
        } catch (UnsupportedOperationException http2Only) {
            // That client's connections are reusable as they are.
        }
        fork.releaseEndpoint();
    }

    @Override
    public Cancellable acquireEndpoint(
            String id,
            HttpRoute route,
            @Nullable Object state,
            HttpClientContext context,
            FutureCallback<AsyncExecRuntime> callback) {
        userToken = state;
        return fork.acquireEndpoint(id, route, state, context, new FutureCallback<>() {
            @Override
            public void completed(AsyncExecRuntime acquired) {
                if (over) {
                    end();
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

    @Override
    public Cancellable execute(String id, AsyncClientExchangeHandler handler, HttpClientContext context) {
        lock.lock();
        try {
            if (!over) {
                AttemptStream fresh = new AttemptStream(handler, shared(), begins);
                stream = fresh;
                return fork.execute(id, fresh, context);
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
        if (over) {
            callback.cancelled();
            return () -> false;
        }
        return fork.connectEndpoint(context, callback);
    }

    @Override
    public void releaseEndpoint() {
        boolean unused = cutUpload();
        fork.releaseEndpoint();
    }

    @Override
    public void discardEndpoint() {
        letGo(false);
    }

    @Override
    public void disconnectEndpoint() {
        if (!shared()) {
            fork.disconnectEndpoint();
        }
    }

    @Override
    public void markConnectionReusable(@Nullable Object state, TimeValue duration) {
        userToken = state;
        fork.markConnectionReusable(state, duration);
    }

    @Override
    public void markConnectionNonReusable() {
        // What became of one stream says nothing about the connection.
        if (!shared()) {
            fork.markConnectionNonReusable();
        }
    }
}
