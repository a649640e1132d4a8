package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.BreakerMark;
import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.ErrorBody;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.RetryRules;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.decision.WaitSource;
import io.github.resilienthttp.event.AttemptDecision;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.gate.Admission;
import io.github.resilienthttp.gate.Permit;
import io.github.resilienthttp.gate.Scope;
import io.github.resilienthttp.hint.HeaderView;
import io.github.resilienthttp.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The machine of one logical call: it is told what happened and answers with the next {@link Step}. It waits for nothing,
 * sends nothing and starts no thread; a driver does. One thread at a time drives it; {@link #cancel} comes from any.
 *
 * <p>A call begins with {@link #begin}, and begins again for each redirect hop that the client follows: hops share its
 * attempts and its deadline, and each uses the scope of its own origin. {@link #close} ends it.
 */
public final class Call {
    private final ResilientClient client;
    private final Settings settings;
    private final CallOptions options;
    private final long startNanos;
    private final long deadline;

    private @Nullable RequestView request;
    private @Nullable Scope scope;
    private @Nullable Permit permit;
    private @Nullable String generatedKey;
    private boolean idempotent;

    /** Since when the call waits to send; what it waited for longest. */
    private long waitStart;

    private long waitUntil;
    private long longestWait;
    private @Nullable WaitSource waitSource;
    private long waited;
    private @Nullable WaitSource waitedFor;

    private int attempt;
    private boolean sending;
    private boolean waiting;
    private boolean retryAhead;
    private long attemptStart;
    private long attemptEnd = -1;
    private int status;
    private @Nullable Verdict verdict;
    private @Nullable Reason reason;
    private boolean refused;
    private long hopNotBefore;
    private @Nullable Trouble trouble;
    private @Nullable CallReport finalReport;

    private volatile boolean cancelled;
    private volatile @Nullable Runnable waker;

    Call(ResilientClient client, Settings settings, CallOptions options, long startNanos) {
        this.client = client;
        this.settings = settings;
        this.options = options;
        this.startNanos = startNanos;
        this.deadline = startNanos
                + (options.deadline() == null ? settings.totalNanos : options.deadline().toNanos());
    }

    /**
     * Begins the call, or its next redirect hop: asks for leave to send.
     *
     * @return {@code Send}, {@code Wait} or {@code Refuse}
     */
    public Step begin(RequestView hop) {
        boolean first = request == null;
        long now = first ? startNanos : client.time().nanos();
        if (!first) {
            leaveHop(now);
        }
        request = hop;
        idempotent = client.idempotent(settings, hop, options);
        if (!idempotent && options.idempotent() == null && generatesKeyFor(hop.method())) {
            generatedKey = generatedKey == null ? UUID.randomUUID().toString() : generatedKey;
            idempotent = true;
        }
        scope = settings.naming.find(client.scopes(), hop, options.scope(), now);
        attempt = Math.max(1, attempt);
        waitStart = now;
        if (hopNotBefore > now && !settings.observe) {
            return waitForHop(now);
        }
        return admit(now);
    }

    private boolean generatesKeyFor(String method) {
        return settings.policy.idempotencyKey().generate()
                && !settings.observe
                && ("POST".equals(method) || "PATCH".equals(method));
    }

    private void leaveHop(long now) {
        if (verdict != null) {
            trouble().history.add(lastAttempt(AttemptDecision.DELIVER));
            verdict = null;
        }
        Permit held = permit;
        if (held != null) {
            held.cancel(now);
        }
        permit = null;
        if (scope != null) {
            scope.unpin();
        }
        refused = false;
        reason = null;
    }

    /** RFC 9110 section 10.2.3: Retry-After on a redirect is the minimum time before the next request. */
    private Step waitForHop(long now) {
        if (hopNotBefore - now > settings.longestHintNanos) {
            return refuse(Reason.HINT_TOO_LONG, hopNotBefore, now);
        }
        if (hopNotBefore > deadline - RetryRules.SMALLEST_ATTEMPT_NANOS) {
            return refuse(Reason.DEADLINE, hopNotBefore, now);
        }
        return beginWait(hopNotBefore, WaitSource.HINT, now);
    }

    private Step admit(long now) {
        if (cancelled) {
            return refuse(Reason.CANCELLED, 0, now);
        }
        if (now >= deadline) {
            return refuse(Reason.DEADLINE, 0, now);
        }
        Scope here = scope();
        Permit asking = permit;
        if (asking == null) {
            asking = here.permit();
            permit = asking;
        }
        if (settings.observe) {
            Admission would = here.observe(asking, now);
            if (would.reason() != null) {
                trouble().wouldRefuse = would.reason();
            }
            return send(now);
        }
        Admission answer = here.enter(asking, now, deadline - RetryRules.SMALLEST_ATTEMPT_NANOS);
        switch (answer.kind()) {
            case GO:
                return send(now);
            case WAIT:
                Runnable woken = waker;
                if (woken != null) {
                    asking.onWake(woken);
                }
                return beginWait(answer.until(), answer.source() == null ? WaitSource.COOLDOWN : answer.source(), now);
            default:
                return refuse(answer.reason() == null ? Reason.COOLING_DOWN : answer.reason(), answer.until(), now);
        }
    }

    private Step send(long now) {
        sending = true;
        attemptStart = now;
        attemptEnd = -1;
        waited = waitSource == null ? 0 : now - waitStart;
        waitedFor = waitSource;
        waitSource = null;
        longestWait = 0;
        verdict = null;
        return Step.Send.of(attempt);
    }

    private Step beginWait(long until, WaitSource source, long now) {
        waiting = true;
        waitUntil = until;
        long planned = until - now;
        if (waitSource == null || planned > longestWait) {
            longestWait = planned;
            waitSource = source;
        }
        client.telling().waiting(client.name(), source, planned);
        return new Step.Wait(until, source);
    }

    /**
     * An attempt has ended.
     *
     * @param number the attempt's, as {@code Send} gave it
     * @param outcome what came of it
     * @param replayable whether the request's body can be written again
     * @return {@code Deliver}, {@code Wait} or {@code Refuse}
     * @throws IllegalStateException where no such attempt is under way
     */
    public Step finished(int number, Outcome outcome, boolean replayable) {
        if (!sending || number != attempt) {
            throw new IllegalStateException("attempt " + number + " is not under way");
        }
        sending = false;
        Verdict meaning = client.classify(method(), outcome);
        if (outcome instanceof Outcome.Response response) {
            status = response.status();
            if (meaning == Verdict.SUCCESS || (meaning == Verdict.REJECTED && !mayRepeat(status))) {
                return answered(response, meaning);
            }
        } else {
            status = 0;
        }
        return new TroubledAttempt(this, client, settings, cancelled && status == 0 ? Verdict.ENDED : meaning, outcome)
                .decide(replayable);
    }

    private boolean mayRepeat(int code) {
        return settings.policy.retry().statuses().contains(code);
    }

    /** The way of nearly every call: no clock, no decision, nothing to remember. */
    private Step answered(Outcome.Response response, Verdict meaning) {
        Permit held = permit();
        long now = 0;
        long took = 0;
        if (held.paced() || held.timed() || client.telling().listens()) {
            now = client.time().nanos();
            attemptEnd = now;
            took = now - attemptStart;
        }
        held.settle(BreakerMark.SUCCESS, took, null, true, false, true, now);
        Scope here = scope();
        here.deposit();
        verdict = meaning;
        if (meaning == Verdict.SUCCESS) {
            reason = attempt == 1 ? Reason.SUCCESS : Reason.RECOVERED;
            heed(response, here);
        } else {
            reason = Reason.REJECTED;
        }
        if (trouble != null) {
            trouble.lastFailure = null;
            trouble.givenUp = null;
            trouble.error = null;
            trouble.notBefore = null;
        }
        tellAttempt(AttemptDecision.DELIVER);
        return Step.Deliver.INSTANCE;
    }

    /** What a success says about the next request: a quota used up, a redirect that asks for patience. */
    private void heed(Outcome.Response response, Scope here) {
        if (settings.closeOnQuotaUsed) {
            long millis = settings.hints.quotaUsedMillis(response.headers());
            if (millis > 0) {
                long now = client.time().nanos();
                here.close(Nanos.after(now, millis), now);
            }
        }
        hopNotBefore = 0;
        if (status >= 300 && status < 400) {
            long millis = settings.hints.retryAfterMillis(response.headers(), client.time().now());
            hopNotBefore = millis > 0 ? Nanos.after(client.time().nanos(), millis) : 0;
        }
    }

    /**
     * A wait has ended, at its time or sooner.
     *
     * @return {@code Send}, {@code Wait} or {@code Refuse}
     * @throws IllegalStateException where the call does not wait
     */
    public Step resumed() {
        if (!waiting) {
            throw new IllegalStateException("the call does not wait");
        }
        long now = client.time().nanos();
        if (now < waitUntil && !awake()) {
            return new Step.Wait(waitUntil, waitSource == null ? WaitSource.BACKOFF : waitSource);
        }
        waiting = false;
        if (retryAhead) {
            retryAhead = false;
            attempt++;
        }
        return admit(now);
    }

    /** What to run, once, when a wait may end sooner; runs at once where it may already. From the driver, before it waits. */
    public void onWake(Runnable action) {
        waker = action;
        Permit asking = permit;
        if (asking != null) {
            asking.onWake(action);
        }
        if (cancelled) {
            action.run();
        }
    }

    /** Whether the wait at hand may end now whatever its time. From any thread. */
    public boolean awake() {
        Permit asking = permit;
        return cancelled || (asking != null && asking.woken());
    }

    /**
     * From any thread: the caller wants no more of it. A wait ends; an attempt under way is the adapter's to abort, and
     * counts for nothing; nothing is sent any more.
     */
    public void cancel() {
        cancelled = true;
        Runnable action = waker;
        if (action != null) {
            action.run();
        }
    }

    /** Whether {@link #cancel} was called. */
    public boolean cancelled() {
        return cancelled;
    }

    /** Nanoseconds the attempt just begun may take up to the response head, the deadline heeded; 0: no limit. */
    public long attemptTimeoutNanos() {
        return settings.observe ? 0 : Math.max(1, Math.min(settings.attemptNanos, deadline - attemptStart));
    }

    /** Names the header fields to set on an attempt: the attempt header, the idempotency key. */
    public void decorate(int number, BiConsumer<String, String> setHeader) {
        if (settings.observe) {
            return;
        }
        if (generatedKey != null) {
            setHeader.accept(settings.policy.idempotencyKey().header(), generatedKey);
        }
        String header = settings.policy.attemptHeader();
        if (header != null) {
            setHeader.accept(header, number + "/" + settings.policy.retry().maxAttempts());
        }
    }

    /** Whether the engine wants to read the body of such a response before it decides: JSON on a 429 or 5xx. */
    public boolean wantsBody(int code, HeaderView headers) {
        if (code != 429 && code < 500 || !client.readsJson()) {
            return false;
        }
        String type = headers.first("Content-Type");
        if (type == null) {
            return false;
        }
        int end = type.indexOf(';');
        String media = (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json");
    }

    /** The first bytes of a body as facts; empty bytes say nothing. */
    public @Nullable ErrorBody errorBody(@Nullable String contentType, byte[] bytes) {
        Object json = client.parseJson(bytes);
        return json == null ? null : new ErrorBody(contentType, json);
    }

    /** The policy this call keeps to its end. */
    public Policy policy() {
        return settings.policy;
    }

    /** Ends the call: everything goes back, the report stands, the listeners are told. Harmless when repeated. */
    public void close() {
        if (finalReport != null || request == null) {
            return;
        }
        Permit held = permit;
        if (held != null) {
            held.cancel(client.time().nanos());
        }
        if (scope != null) {
            scope.unpin();
        }
        if (reason == null) {
            reason = Reason.CANCELLED;
            refused = true;
        }
        client.ended(this);
    }

    /** What happened so far; final once the call is closed. */
    public CallReport report() {
        CallReport done = finalReport;
        return done == null ? buildReport(-1) : done;
    }

    CallReport finalReport() {
        CallReport report = buildReport(client.telling().listens() ? client.time().nanos() - startNanos : -1);
        finalReport = report;
        return report;
    }

    private CallReport buildReport(long elapsed) {
        Trouble remembered = trouble;
        boolean trivial = remembered == null;
        Reason why = reason == null ? Reason.CANCELLED : reason;
        List<AttemptReport> attempts = trivial ? List.of() : remembered.history;
        if (verdict != null) {
            attempts = new ArrayList<>(attempts);
            attempts.add(lastAttempt(lastDecision()));
        }
        return new CallReport(
                client.name(),
                method(),
                scope == null ? "" : scope.label(),
                settings.policy.mode(),
                outcome(),
                why,
                List.copyOf(attempts),
                elapsed,
                trivial ? null : remembered.notBefore,
                trivial ? null : remembered.error,
                trivial ? null : remembered.wouldRefuse);
    }

    /** Whether the call was anything but one attempt that went well. */
    boolean troubled() {
        return trouble != null || refused || reason != Reason.SUCCESS;
    }

    int attempts() {
        return attempt;
    }

    CallOutcome outcome() {
        if (refused) {
            return CallOutcome.REFUSED;
        }
        if (verdict == Verdict.SUCCESS && status < 400) {
            return attempt > 1 ? CallOutcome.RECOVERED : CallOutcome.SUCCESS;
        }
        return CallOutcome.FAILED;
    }

    private AttemptDecision lastDecision() {
        if (trouble != null && trouble.wouldRetry) {
            return AttemptDecision.RETRY;
        }
        if (verdict == Verdict.SUCCESS) {
            return AttemptDecision.DELIVER;
        }
        return reason == Reason.REJECTED || reason == Reason.PERMANENT || reason == Reason.LOCAL
                ? AttemptDecision.DELIVER
                : AttemptDecision.GIVE_UP;
    }

    private AttemptReport lastAttempt(AttemptDecision decision) {
        return new AttemptReport(
                attempt,
                waited,
                waitedFor,
                attemptStart - startNanos,
                attemptEnd < 0 ? -1 : attemptEnd - startNanos,
                status,
                trouble == null ? null : trouble.lastFailure,
                verdict == null ? Verdict.ENDED : verdict,
                decision,
                decision == AttemptDecision.RETRY || verdict == Verdict.SUCCESS ? null : reason);
    }

    private void tellAttempt(AttemptDecision decision) {
        if (client.telling().listens()) {
            client.telling().attempted(client.name(), method(), lastAttempt(decision));
        }
    }

    // What TroubledAttempt needs of the machine.

    Trouble trouble() {
        Trouble there = trouble;
        if (there == null) {
            there = new Trouble();
            trouble = there;
        }
        return there;
    }

    Scope scope() {
        Scope here = scope;
        if (here == null) {
            throw new IllegalStateException("the call has not begun");
        }
        return here;
    }

    Permit permit() {
        Permit held = permit;
        if (held == null) {
            throw new IllegalStateException("nothing is under way");
        }
        return held;
    }

    String method() {
        return request == null ? "" : request.method();
    }

    int attempt() {
        return attempt;
    }

    boolean idempotent() {
        return idempotent;
    }

    long deadline() {
        return deadline;
    }

    long attemptStart() {
        return attemptStart;
    }

    /** The attempt ended badly and is followed by another after a wait. */
    Step retry(Verdict meaning, long until, WaitSource source, @Nullable RefusedResponse givenUp, long now) {
        verdict = meaning;
        attemptEnd = now;
        Trouble remembered = trouble();
        AttemptReport report = lastAttempt(AttemptDecision.RETRY);
        remembered.history.add(report);
        if (remembered.lastFailure != null) {
            remembered.failures.add(remembered.lastFailure);
        }
        remembered.givenUp = givenUp;
        client.telling().attempted(client.name(), method(), report);
        permit = null;
        verdict = null;
        retryAhead = true;
        waitStart = now;
        return beginWait(until, source, now);
    }

    /** As {@link #retry}, where nothing may be changed: the outcome goes to the caller. */
    Step wouldRetry(Verdict meaning, @Nullable Instant notBefore, long now) {
        trouble().wouldRetry = true;
        return giveUp(meaning, Reason.ATTEMPTS_EXHAUSTED, notBefore, now);
    }

    /** The attempt ended badly and its outcome goes to the caller. */
    Step giveUp(Verdict meaning, Reason why, @Nullable Instant notBefore, long now) {
        verdict = meaning;
        reason = why;
        attemptEnd = now;
        Trouble remembered = trouble();
        remembered.notBefore = notBefore;
        remembered.givenUp = null;
        if (remembered.lastFailure != null) {
            remembered.withEarlier(remembered.lastFailure);
        }
        tellAttempt(lastDecision());
        return Step.Deliver.INSTANCE;
    }

    private Step refuse(Reason why, long until, long now) {
        Permit held = permit;
        if (held != null) {
            held.cancel(now);
        }
        permit = null;
        waiting = false;
        reason = why;
        Trouble remembered = trouble();
        if (until > now) {
            remembered.notBefore = client.instantOf(until, now);
        }
        Throwable last = remembered.lastFailure;
        if (last != null) {
            remembered.failures.remove(last);
            return new Step.Refuse(remembered.withEarlier(last));
        }
        refused = true;
        CallRefusedException refusal = new CallRefusedException(
                why, client.name(), scope().label(), remembered.notBefore, remembered.givenUp);
        return new Step.Refuse(remembered.withEarlier(refusal));
    }

    static Map<String, List<String>> copyOf(HeaderView headers) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        headers.forEach((name, value) -> copy.computeIfAbsent(
                        name.toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
                .add(value));
        copy.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(copy);
    }
}
