// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Classifier;
import io.github.resilienthttp.decision.Idempotency;
import io.github.resilienthttp.decision.Outcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.decision.Verdict;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallLog;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.event.ClientTelemetry;
import io.github.resilienthttp.event.GuardedTelemetry;
import io.github.resilienthttp.event.Listeners;
import io.github.resilienthttp.event.Observations;
import io.github.resilienthttp.gate.Gatehouse;
import io.github.resilienthttp.gate.Scopes;
import io.github.resilienthttp.hint.JsonReader;
import io.github.resilienthttp.policy.Mode;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.stability.Experimental;
import io.github.resilienthttp.stability.Internal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/** A named client at work: a policy and the state its calls share. Thread-safe. */
@Experimental
public final class ResilientClient {
    private static final Logger LOG = LoggerFactory.getLogger(ResilientClient.class);

    private final ClientParts parts;
    private final Gatehouse gatehouse;
    private final @Nullable ClientTelemetry telemetry;
    private final CallLog log;
    private final RecentInstant notBefore;
    private volatile Settings settings;

    /**
     * A client of the given policy.
     *
     * @param gatehouse the shared state, made for this client
     * @param parts what all clients have in common
     * @param policy the policy
     */
    @Internal
    public ResilientClient(Policy policy, Gatehouse gatehouse, ClientParts parts) {
        this(policy, gatehouse, parts, parts.logs() ? new CallLog() : new CallLog(NOPLogger.NOP_LOGGER));
    }

    ResilientClient(Policy policy, Gatehouse gatehouse, ClientParts parts, CallLog log) {
        this.log = log;
        this.parts = parts;
        this.notBefore = new RecentInstant(parts.time());
        this.gatehouse = gatehouse;
        this.settings = new Settings(this, policy, new ScopeNaming(policy.scope()));
        this.telemetry = parts.telemetry() == null
                ? null
                : new GuardedTelemetry(parts.telemetry().client(policy.client(), gatehouse.gauges()));
    }

    /** {@return its name} */
    public String name() {
        return settings.policy.client();
    }

    /** {@return the policy that new calls get} */
    public Policy policy() {
        return settings.policy;
    }

    /**
     * Whether the engine has anything to do with such a request: not where the client is off or the request disabled.
     *
     * @param options the settings of the request
     * @return whether to make a call of it
     */
    public boolean active(CallOptions options) {
        return !options.disabled() && settings.policy.mode() != Mode.OFF;
    }

    /**
     * Starts a call; its clock runs from here. It must be closed.
     *
     * @param options the settings of the request
     * @return the call, not begun
     */
    public Call newCall(CallOptions options) {
        return new Call(settings, options, parts.time().nanos());
    }

    /**
     * Looks whether {@link #replace} would be refused; changes nothing.
     *
     * @param policy the policy
     * @throws IllegalArgumentException as {@link #replace} would
     */
    @Internal
    public void check(Policy policy) {
        settingsFor(policy);
        gatehouse.check(policy);
    }

    private Settings settingsFor(Policy policy) {
        if (!policy.client().equals(name())) {
            throw new IllegalArgumentException("policy of client " + policy.client() + " for client " + name());
        }
        return new Settings(this, policy, new ScopeNaming(policy.scope()));
    }

    /**
     * Gives new calls another policy; calls under way keep theirs, and shared state lives on where its own settings are
     * the same.
     *
     * @param policy the policy
     * @throws IllegalArgumentException where the policy is another client's
     */
    @Internal
    public void replace(Policy policy) {
        // First, since it may be refused as well.
        Settings changed = settingsFor(policy);
        gatehouse.reconfigure(policy);
        settings = changed;
    }

    /** {@return the scopes, for operators and gauges} */
    public Scopes scopes() {
        return gatehouse.scopes();
    }

    /** The client is gone for good: its meters go with it, and its log is complete. Calls under way end as they would. Harmless when repeated. */
    @Internal
    public void close() {
        log.close(time().nanos());
        if (telemetry != null) {
            telemetry.close();
        }
    }

    @Nullable
    ClientTelemetry telemetry() {
        return telemetry;
    }

    @Nullable
    Observations observations() {
        return parts.observations();
    }

    Time time() {
        return parts.time();
    }

    Listeners telling() {
        return parts.listeners();
    }

    double random() {
        return parts.random().getAsDouble();
    }

    boolean hasClassifier() {
        return parts.classifier() != null;
    }

    boolean readsJson() {
        return parts.json() != null;
    }

    @Nullable
    Object parseJson(byte[] body) {
        JsonReader reader = parts.json();
        return reader == null || body.length == 0 ? null : reader.parse(body);
    }

    boolean idempotent(Settings held, RequestView request, CallOptions options) {
        return Idempotency.of(held.policy, request.method(), request.headers(), options.idempotent());
    }

    /** The user's opinion first; one that throws, or that calls an exception a success, is none. */
    Verdict classify(String method, Outcome outcome) {
        Classifier own = parts.classifier();
        if (own != null) {
            try {
                Verdict verdict = own.classify(method, outcome);
                if (verdict != null && (verdict != Verdict.SUCCESS || outcome instanceof Outcome.Response)) {
                    return verdict;
                }
            } catch (Exception e) {
                // Not only unchecked ones: other languages do not tell them apart.
                LOG.warn("classifier {} failed", own.getClass().getName(), e);
            }
        }
        return Classifier.standard(outcome);
    }

    /** The wall time of a ticker time to come; never early. */
    Instant instantOf(long until, long now) {
        return notBefore.of(until, now);
    }

    /** How many were sent: one that was refused on resuming was not. */
    private static int attempts(Call call) {
        if (call.verdict != null) {
            return call.attempt;
        }
        List<AttemptReport> before = call.trouble == null ? List.of() : call.trouble.history();
        return before.isEmpty() ? 0 : before.get(before.size() - 1).number();
    }

    void ended(Call call) {
        CallOutcome outcome = CallReporting.outcome(call);
        gatehouse.count(outcome, attempts(call));
        Telling.ended(call, outcome);
        if (log.pending() && wentWell(call, outcome)) {
            log.well(call.scope().label(), time().nanos());
        }
        boolean listens = telling().listens();
        if (!listens && !logs(call, outcome)) {
            return;
        }
        if (listens) {
            call.trouble().elapsed = time().nanos() - call.startNanos();
        }
        CallReport report = call.report();
        log.write(report, time().nanos());
        telling().ended(report);
    }

    /** Whether the report of such a call would be written, so that it must be made. */
    private boolean logs(Call call, CallOutcome outcome) {
        Trouble trouble = call.trouble;
        if (trouble == null) {
            return false;
        }
        Reason reason = call.reason == null ? Reason.CANCELLED : call.reason;
        int sent = trouble.history().size() + (call.verdict == null ? 0 : 1);
        return log.writes(outcome, reason, sent, trouble.wouldRefuse);
    }

    private static boolean wentWell(Call call, CallOutcome outcome) {
        boolean well = outcome == CallOutcome.SUCCESS || outcome == CallOutcome.RECOVERED;
        return well && (call.trouble == null || call.trouble.wouldRefuse == null);
    }
}
