// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Call;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * A call and the exchange it belongs to, kept in the exchange's context so that all hops of a redirect find it. Contexts are
 * used again and calls may nest in one, hence the exchange's id. One thread at a time; only {@link #cancel} is for any.
 */
final class OpenCall implements Cancellable {
    private static final String KEY = "io.github.resilienthttp.call";

    private final String exchangeId;
    private final Call call;
    private final @Nullable CancellableDependency abortable;
    private final @Nullable OpenCall outer;
    private volatile boolean over;
    private volatile boolean engaged;
    private volatile boolean sending;

    /** Where the {@link ClosingWatch} has it, which alone may look; -1: nowhere. */
    int watched = -1;

    private OpenCall(
            String exchangeId, Call call, @Nullable CancellableDependency abortable, @Nullable OpenCall outer) {
        this.exchangeId = exchangeId;
        this.call = call;
        this.abortable = abortable;
        this.outer = outer;
    }

    static OpenCall open(HopScope scope, Call call) {
        OpenCall before = last(scope.context());
        OpenCall outer = before == null || before.over ? null : before;
        OpenCall opened = new OpenCall(scope.exchangeId(), call, scope.abortable(), outer);
        scope.context().setAttribute(KEY, opened);
        return opened;
    }

    /** The last call that was opened in a context, or null. */
    static @Nullable OpenCall last(HttpContext context) {
        return context.getAttribute(KEY) instanceof OpenCall last ? last : null;
    }

    /** The call that is open for this very exchange, or null. */
    static @Nullable OpenCall of(HttpContext context, String exchangeId) {
        OpenCall last = last(context);
        return last != null && !last.over && last.exchangeId.equals(exchangeId) ? last : null;
    }

    Call call() {
        return call;
    }

    /** Takes the wheel for one hop; false where another installation has it. */
    boolean engage() {
        boolean free = !engaged;
        engaged = true;
        return free;
    }

    void disengage() {
        engaged = false;
    }

    /** From here to the next lease an abort of the request ends the wait, or at once where it was aborted already. */
    void heedAbort() {
        if (abortable != null) {
            abortable.setDependency(this);
        }
    }

    @Override
    public boolean cancel() {
        call.cancel();
        return true;
    }

    void attemptBegins() {
        sending = false;
    }

    void attemptSends() {
        sending = true;
    }

    /** Whether the attempt at hand may have reached the server. */
    boolean sending() {
        return sending;
    }

    /** Without effect once the call is closed: how it ended has been told. */
    void thrown() {
        if (!over) {
            call.thrown();
        }
    }

    /** Harmless when repeated. */
    void close(HttpContext context) {
        if (over) {
            return;
        }
        over = true;
        try {
            call.close();
        } finally {
            if (outer != null) {
                context.setAttribute(KEY, outer);
            }
        }
    }
}
