// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import io.github.resilienthttp.call.CallRefusedException;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.event.AttemptReport;
import io.github.resilienthttp.event.CallReport;
import io.github.resilienthttp.testkit.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a call ended for its caller: with a response whose body was read, or with an exception. Immutable. */
public final class Ending {
    private final int status;
    private final List<HeaderLine> headers;
    private final byte[] body;
    private final @Nullable Throwable failure;
    private final Supplier<@Nullable CallReport> report;
    private final boolean interrupted;

    private Ending(
            int status,
            List<HeaderLine> headers,
            byte[] body,
            @Nullable Throwable failure,
            Supplier<@Nullable CallReport> report,
            boolean interrupted) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.failure = failure;
        this.report = report;
        this.interrupted = interrupted;
    }

    /**
     * A response.
     *
     * @param status its status
     * @param headers its field lines
     * @param body its body, read to the end
     * @param report asks the adapter for the call's report, null where there is none
     * @return the ending
     */
    public static Ending answered(
            int status, List<HeaderLine> headers, byte[] body, Supplier<@Nullable CallReport> report) {
        return new Ending(status, List.copyOf(headers), body.clone(), null, report, false);
    }

    /**
     * An exception.
     *
     * @param failure as the caller caught it
     * @param report asks the adapter for the call's report, null where there is none
     * @return the ending
     */
    public static Ending failed(Throwable failure, Supplier<@Nullable CallReport> report) {
        return new Ending(0, List.of(), new byte[0], failure, report, false);
    }

    /**
     * Says whether the caller's thread had its interrupt flag set.
     *
     * @param flag the flag
     * @return a copy
     */
    public Ending interrupted(boolean flag) {
        return new Ending(status, headers, body, failure, report, flag);
    }

    /** {@return the status, or 0 where an exception came} */
    public int status() {
        return status;
    }

    /**
     * The value of the first field line of that name.
     *
     * @param name case does not matter
     * @return the value, or empty
     */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(HeaderLine::value)
                .findFirst();
    }

    /** {@return a copy of the body} */
    public byte[] body() {
        return body.clone();
    }

    /** {@return the body as UTF-8} */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** {@return the exception as the caller caught it, or null} */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** {@return whether the caller's thread had its interrupt flag set at the end} */
    public boolean interrupted() {
        return interrupted;
    }

    /** {@return the exception and its causes, outermost first; empty where there is none} */
    public List<Throwable> causes() {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
    }

    /**
     * The engine's refusal, wherever it stands in the chain of causes.
     *
     * @return the refusal
     * @throws AssertionError where there is none
     */
    public CallRefusedException refusal() {
        return causes().stream()
                .filter(CallRefusedException.class::isInstance)
                .map(CallRefusedException.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no refusal but " + this, failure));
    }

    /**
     * The report as the adapter gives it.
     *
     * @return the report
     * @throws AssertionError where there is none
     */
    public CallReport report() {
        CallReport told = report.get();
        if (told == null) {
            throw new AssertionError("no report of " + this, failure);
        }
        return told;
    }

    /** {@return whether the adapter has no report to give} */
    public boolean unreported() {
        return report.get() == null;
    }

    /** {@return the report's reason} */
    public Reason reason() {
        return report().reason();
    }

    /** {@return the statuses of the attempts, 0 for each that brought none} */
    public List<Integer> statuses() {
        return report().attempts().stream().map(AttemptReport::status).toList();
    }

    @Override
    public String toString() {
        return failure == null ? status + " \"" + text() + "\"" : failure.toString();
    }
}
