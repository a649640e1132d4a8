package io.github.resilienthttp.httpclient5;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.TimeValue;

/** An exec runtime that only counts. */
final class FakeRuntime implements ExecRuntime {
    volatile boolean acquired;
    volatile boolean aborted;
    private final AtomicInteger discards = new AtomicInteger();

    int discards() {
        return discards.get();
    }

    @Override
    public boolean isExecutionAborted() {
        return aborted;
    }

    @Override
    public boolean isEndpointAcquired() {
        return acquired;
    }

    @Override
    public void acquireEndpoint(
            String id, HttpRoute route, Object state, HttpClientContext context) {
        acquired = true;
    }

    @Override
    public void releaseEndpoint() {
        acquired = false;
    }

    @Override
    public void discardEndpoint() {
        discards.incrementAndGet();
        acquired = false;
    }

    @Override
    public boolean isEndpointConnected() {
        return acquired;
    }

    @Override
    public void disconnectEndpoint() {}

    @Override
    public void connectEndpoint(HttpClientContext context) {}

    @Override
    public void upgradeTls(HttpClientContext context) {}

    @Override
    public ClassicHttpResponse execute(String id, ClassicHttpRequest request, HttpClientContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isConnectionReusable() {
        return true;
    }

    @Override
    public void markConnectionReusable(Object state, TimeValue validityTime) {}

    @Override
    public void markConnectionNonReusable() {}

    @Override
    public ExecRuntime fork(CancellableDependency dependency) {
        return new FakeRuntime();
    }
}
