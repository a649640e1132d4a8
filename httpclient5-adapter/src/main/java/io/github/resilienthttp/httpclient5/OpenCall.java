package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.call.Call;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * A call and the exchange it belongs to, kept in the exchange's context so that all hops of a redirect find it. Contexts are
 * used again and calls may nest in one, hence the exchange's id. Only {@link #cancel} is for other threads.
 */
final class OpenCall implements Cancellable {
    private static final String KEY = "io.github.resilienthttp.call";

    private final String exchangeId;
    private final Call call;
    private final @Nullable CancellableDependency abortable;
    private final @Nullable OpenCall outer;
    private boolean over;
    private boolean engaged;
    private boolean sending;

    private OpenCall(
            String exchangeId, Call call, @Nullable CancellableDependency abortable, @Nullable OpenCall outer) {
        this.exchangeId = exchangeId;
        this.call = call;
        this.abortable = abortable;
        this.outer = outer;
    }

    static OpenCall open(ExecChain.Scope scope, Call call) {
        OpenCall before = last(scope.clientContext);
        OpenCall outer = before == null || before.over ? null : before;
        // Later hops carry a copy that nobody can abort: what the caller holds is the request of the first.
        CancellableDependency abortable = scope.originalRequest instanceof CancellableDependency caller ? caller : null;
        OpenCall opened = new OpenCall(scope.exchangeId, call, abortable, outer);
        scope.clientContext.setAttribute(KEY, opened);
        return opened;
    }

    /** The last call that was opened in a context, or null. */
    static @Nullable OpenCall last(HttpContext context) {
        return context.getAttribute(KEY) instanceof OpenCall last ? last : null;
    }

    /** The call that is open for this very exchange, or null. */
    static @Nullable OpenCall of(ExecChain.Scope scope) {
        OpenCall last = last(scope.clientContext);
        return last != null && !last.over && last.exchangeId.equals(scope.exchangeId) ? last : null;
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

    void thrown() {
        call.thrown();
    }

    void close(HttpContext context) {
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
