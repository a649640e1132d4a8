// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.Watchdog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.ComplexCancellable;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Ends the waits of clients that are closed. A builder has no public hook for that; but each client has a scheduler of its own
 * that refuses work from then on, so those with calls that wait are given an empty task now and then. Thread-safe.
 */
final class ClosingWatch {
    /** How long a wait may outlive its client. */
    static final long INTERVAL_NANOS = 50_000_000;

    private final ResilientHttp resilience;
    private final ConcurrentHashMap<AsyncExecChain.Scheduler, Waiting> clients = new ConcurrentHashMap<>();

    ClosingWatch(ResilientHttp resilience) {
        this.resilience = resilience;
    }

    /** The call begins to wait. */
    void enter(AsyncExecChain.Scope scope, OpenCall call) {
        AsyncExecChain.Scheduler client = scope.scheduler;
        if (client != null) {
            clients.compute(client, (key, present) -> {
                Waiting waiting = present == null ? watched(scope) : present;
                waiting.add(call);
                return waiting;
            });
        }
    }

    /** The call waits no more. */
    void leave(AsyncExecChain.Scope scope, OpenCall call) {
        AsyncExecChain.Scheduler client = scope.scheduler;
        if (client != null) {
            clients.computeIfPresent(client, (key, waiting) -> {
                waiting.remove(call);
                return waiting.calls.isEmpty() ? waiting.forgotten() : waiting;
            });
        }
    }

    /** How many clients have calls that wait. */
    int watched() {
        return clients.size();
    }

    private Waiting watched(AsyncExecChain.Scope scope) {
        Waiting waiting = new Waiting(scope);
        watch(waiting);
        return waiting;
    }

    private void watch(Waiting waiting) {
        waiting.guard = resilience.watchdog().arm(resilience.time().nanos() + INTERVAL_NANOS, () -> look(waiting));
    }

    private void look(Waiting waiting) {
        if (clients.get(waiting.probe.scheduler) != waiting) {
            return;
        }
        if (waiting.clientOpen()) {
            watch(waiting);
        } else if (clients.remove(waiting.probe.scheduler, waiting)) {
            waiting.calls.forEach(OpenCall::cancel);
        }
    }

    /** The calls of one client; changed only within the map's own lock. */
    private static final class Waiting {
        private static final TimeValue NOW = TimeValue.ZERO_MILLISECONDS;

        private final List<OpenCall> calls = new ArrayList<>();
        private final AsyncExecChain.Scope probe;
        private volatile Watchdog.@Nullable Guard guard;

        /** What the empty task carries around holds nothing of any exchange. */
        Waiting(AsyncExecChain.Scope first) {
            probe = new AsyncExecChain.Scope(
                    "resilient-http",
                    first.route,
                    new BasicHttpRequest("OPTIONS", "*"),
                    new ComplexCancellable(),
                    HttpClientContext.create(),
                    first.execRuntime.fork(),
                    first.scheduler,
                    null);
        }

        void add(OpenCall call) {
            call.watched = calls.size();
            calls.add(call);
        }

        /** The last one takes its place: no node per call, there may be thousands. */
        void remove(OpenCall call) {
            int place = call.watched;
            if (place >= 0 && place < calls.size() && calls.get(place) == call) {
                OpenCall last = calls.remove(calls.size() - 1);
                if (last != call) {
                    calls.set(place, last);
                    last.watched = place;
                }
                call.watched = -1;
            }
        }

        boolean clientOpen() {
            try {
                probe.scheduler.scheduleExecution(
                        probe.originalRequest,
                        null,
                        probe,
                        (request, body, scope, callback) -> {},
                        DeafCallback.INSTANCE,
                        NOW);
                return true;
            } catch (RejectedExecutionException closed) {
                return false;
            }
        }

        @Nullable
        Waiting forgotten() {
            Watchdog.Guard armed = guard;
            if (armed != null) {
                armed.disarm();
            }
            return null;
        }
    }
}
