// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.httpclient5;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.AsyncExchange;
import io.github.resilienthttp.call.Call;
import io.github.resilienthttp.call.Failures;
import io.github.resilienthttp.call.Watchdog;
import io.github.resilienthttp.decision.FailureKind;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.policy.Mode;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.support.BasicRequestBuilder;
import org.jspecify.annotations.Nullable;

/** One hop of an exchange: the request as the chain gave it, and the rest of the chain to send it through. */
final class AsyncHop implements AsyncExchange<HeldResponse>, BiConsumer<String, String> {
    private final HttpRequest given;
    private @Nullable PristineHead pristine;
    private final HopBody body;
    private final AsyncExecChain.Scope scope;
    private final AsyncExecChain chain;
    private final AsyncExecCallback caller;
    private final OpenCall open;
    private final AsyncInstallation installation;
    private HttpRequest current;
    private boolean decorated;

    AsyncHop(
            HttpRequest given,
            @Nullable AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback caller,
            OpenCall open,
            AsyncInstallation installation) {
        this.given = given;
        this.current = given;
        this.body = HopBody.of(body);
        this.scope = scope;
        this.chain = chain;
        this.caller = caller;
        this.open = open;
        this.installation = installation;
    }

    @Override
    public void send(Call call, int number, Answer<HeldResponse> answer) throws HttpException, IOException {
        HttpRequest request = next();
        current = request;
        decorated = false;
        call.decorate(number, this);
        if (number > 1) {
            scope.execCount.incrementAndGet();
        }
        open.attemptBegins();
        new AsyncAttempt(this, number, answer).start(request);
    }

    /** The first time the very object is passed on, as the chain of HttpClient does. */
    private HttpRequest next() {
        PristineHead kept = pristine;
        if (kept == null) {
            pristine = new PristineHead(given);
            return given;
        }
        return kept.copy();
    }

    /** Sets a header field on the request of the attempt at hand. */
    @Override
    public void accept(String name, String value) {
        current.setHeader(name, value);
        decorated = true;
    }

    /** PROTOCOL sets the header of the original request anew after a challenge: what was added must be in there. */
    HttpRequest originalOf(HttpRequest request) {
        return decorated ? BasicRequestBuilder.copy(request).build() : scope.originalRequest;
    }

    AsyncExecChain.Scope scope() {
        return scope;
    }

    AsyncExecChain chain() {
        return chain;
    }

    AsyncExecCallback caller() {
        return caller;
    }

    OpenCall open() {
        return open;
    }

    @Nullable
    AsyncEntityProducer nextBody() {
        return body.next();
    }

    Watchdog.Guard after(long nanos, Runnable action) {
        return at(now() + nanos, action);
    }

    /** {@code time}: the ticker's. */
    Watchdog.Guard at(long time, Runnable action) {
        ResilientHttp resilience = installation.resilience();
        return resilience.watchdog().arm(time, () -> resilience.callbackDriver().elsewhere(action));
    }

    long now() {
        return installation.resilience().time().nanos();
    }

    void sendingBegins() {
        installation.silent().begun(scope.route);
    }

    /** Whether the connection of an attempt that ran out is to be dropped, even though others may share it. */
    boolean dead(@Nullable AttemptStream stream, long since) {
        return stream != null && stream.http2() && installation.silent().dead(stream, scope.route, since, now());
    }

    /** Whether it is for the engine to bound what the client does by itself: in observe it keeps out of everything. */
    boolean bounded() {
        return open.call().policy().mode() != Mode.OBSERVE;
    }

    /** Whether to wait for a connection is to wait for its being made. */
    boolean leaseConnects() {
        return installation.leaseConnects();
    }

    @Override
    public int status(HeldResponse response) {
        return response.head().getCode();
    }

    @Override
    public HeaderView headers(HeldResponse response) {
        return new HeaderFields(response.head());
    }

    @Override
    public Outcome.Failure failed(Throwable failure) {
        // Before the wait that may follow: a cancel that came meanwhile is heard at once.
        open.heedAbort();
        if (scope.cancellableDependency.isCancelled()) {
            open.cancel();
            return new Outcome.Failure(FailureKind.ENDED, false, failure);
        }
        if (failure instanceof AttemptTimeoutException timeout) {
            return new Outcome.Failure(timeout.kind(), true, failure);
        }
        return Failures.classify(failure, open.sending() ? FailureKinds.SENT : FailureKinds.UNSENT);
    }

    @Override
    public boolean replayable() {
        return body.replayable();
    }

    @Override
    public void peek(HeldResponse response, int maxBytes, Consumer<byte[]> then) {
        response.peek(maxBytes, then);
    }

    @Override
    public void discard(HeldResponse response, Runnable then) {
        // Before the body is detached: its end would be taken for the end of the whole.
        boolean cut = response.cutUpload();
        body.detach();
        response.discard(cut, open.call().policy().discard(), () -> {
            open.heedAbort();
            then.run();
        });
    }

    @Override
    public void waits() {
        // Not sooner: an attempt hears of a cancel itself.
        open.heedAbort();
        installation.closing().enter(scope, open);
    }

    @Override
    public void goesOn() {
        installation.closing().leave(scope, open);
    }

    @Override
    public void deliver(HeldResponse response) {
        open.disengage();
        response.deliver();
    }

    @Override
    public void fail(Throwable failure) {
        body.detach();
        open.disengage();
        caller.failed(
                failure instanceof Exception exception
                        ? exception
                        : new IllegalStateException("an error ended the request", failure));
    }
}
