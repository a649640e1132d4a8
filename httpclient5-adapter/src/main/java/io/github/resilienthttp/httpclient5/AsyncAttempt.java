// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.AsyncExchange.Answer;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.Watchdog;
import io.github.resilienthttp.decision.FailureKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: ended once, by its response head, its failure, its time or a cancel, whichever comes first. It has a runtime of
 * its own, so that what comes of it later touches no other attempt. Thread-safe.
 */
final class AsyncAttempt implements AsyncExecCallback, Cancellable {
    private final AsyncHop hop;
    private final int number;
    private final long nanos;
    private final long ends;
    private final Answer<HeldResponse> answer;
    private final AttemptRuntime runtime;
    private final ComplexCancellable operation = new ComplexCancellable();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Watchdog.@Nullable Guard guard;
    private volatile @Nullable HeldResponse response;

    /** The attempt that the hop's call has just begun. */
    AsyncAttempt(AsyncHop hop, int number, Answer<HeldResponse> answer) {
        Call call = hop.open().call();
        this.hop = hop;
        this.number = number;
        this.nanos = call.attemptTimeoutNanos();
        this.ends = call.attemptEndNanos();
        this.answer = answer;
        this.runtime = new AttemptRuntime(hop.scope().execRuntime.fork(), hop::sendingBegins);
    }

    void start(HttpRequest request) throws HttpException, IOException {
        AsyncExecChain.Scope outer = hop.scope();
        AsyncExecChain.Scope own = new AsyncExecChain.Scope(
                outer.exchangeId,
                outer.route,
                hop.originalOf(request),
                operation,
                outer.clientContext,
                runtime,
                outer.scheduler,
                outer.execCount);
        if (nanos > 0) {
            guard = hop.at(ends, this::timeUp);
        }
        outer.cancellableDependency.setDependency(this);
        if (ended.get()) {
            return;
        }
        try {
            hop.chain().proceed(request, hop.nextBody(), own, this);
        } catch (IOException | HttpException | RuntimeException failure) {
            failed(failure);
        }
    }

    @Override
    public @Nullable AsyncDataConsumer handleResponse(HttpResponse head, @Nullable EntityDetails entity)
            throws HttpException, IOException {
        if (!end()) {
            throw new H2StreamResetException(H2Error.CANCEL, "the attempt is over");
        }
        HeldResponse held = new HeldResponse(head, entity, hop, runtime);
        response = held;
        answer.answered(held);
        return held.consumer();
    }

    @Override
    public void handleInformationResponse(HttpResponse head) throws HttpException, IOException {
        if (!ended.get()) {
            hop.caller().handleInformationResponse(head);
        }
    }

    @Override
    public void completed() {
        HeldResponse held = response;
        if (held != null) {
            held.over(null);
        } else {
            // What HttpClient does about a challenge when the body cannot be written again.
            failed(new ClientProtocolException("The exchange ended without a response: "
                    + "a challenge (401 or 407) to a request whose body cannot be written again"));
        }
    }

    @Override
    public void failed(Exception cause) {
        HeldResponse held = response;
        if (held != null) {
            held.over(cause);
            return;
        }
        boolean first = end();
        runtime.end(cause);
        if (first) {
            answer.failed(cause);
        }
    }

    /** The caller wants no more of it. */
    @Override
    public boolean cancel() {
        hop.open().cancel();
        operation.cancel();
        HeldResponse held = response;
        if (held != null) {
            held.cancelled();
        }
        if (!hop.scope().clientContext.getRequestConfigOrDefault().isHardCancellationEnabled()) {
            return true;
        }
        InterruptedIOException cancelled = new InterruptedIOException("cancelled");
        if (end()) {
            runtime.end();
            answer.failed(cancelled);
            return true;
        }
        held = response;
        if (held != null) {
            held.over(cancelled);
        }
        return true;
    }

    private void timeUp() {
        if (!end()) {
            return;
        }
        boolean leasing = !hop.leaseConnects() && !runtime.isEndpointAcquired();
        runtime.end(hop.dead(runtime.stream(), ends - nanos));
        operation.cancel();
        // Asked now that nothing can be written any more.
        FailureKind connected = hop.open().sending() ? FailureKind.BROKEN : FailureKind.UNREACHABLE;
        answer.failed(new AttemptTimeoutException(number, nanos, leasing ? FailureKind.LOCAL : connected, null));
    }

    private boolean end() {
        boolean first = ended.compareAndSet(false, true);
        Watchdog.Guard armed = guard;
        if (first && armed != null) {
            armed.disarm();
        }
        return first;
    }
}
