// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.CallOutcome;
import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.policy.Mode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One line for each call that was retried, given up or refused; none for the others. Holds no address, no header value, no
 * body: names, statuses, classes of exceptions, and the API's own code and request id. Thread-safe.
 */
public final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.resilienthttp.calls");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private CallLog() {}

    /**
     * Writes the line of a call that deserves one.
     *
     * @param call the report of the call
     */
    public static void write(CallReport call) {
        Level level = levelOf(call);
        if (level != null && LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level).log(line(call));
        }
    }

    static @Nullable Level levelOf(CallReport call) {
        if (call.outcome() == CallOutcome.REFUSED) {
            return call.reason() == Reason.CANCELLED ? Level.DEBUG : Level.INFO;
        }
        if (call.outcome() == CallOutcome.RECOVERED) {
            return Level.DEBUG;
        }
        // In observe mode it went through, but would have been refused.
        Level wellEnded = call.wouldRefuse() == null ? null : Level.INFO;
        if (call.outcome() == CallOutcome.SUCCESS) {
            return wellEnded;
        }
        return switch (call.reason()) {
            case REJECTED -> call.attempts().size() > 1 ? Level.DEBUG : wellEnded;
            case CANCELLED -> Level.DEBUG;
            default -> Level.WARN;
        };
    }

    static String line(CallReport call) {
        StringBuilder line = new StringBuilder(160);
        line.append("client=").append(call.client());
        add(line, "method", call.method());
        line.append(" scope=");
        quote(line, call.scope());
        if (call.mode() == Mode.OBSERVE) {
            line.append(" mode=observe");
        }
        line.append(" outcome=").append(call.outcome().label());
        line.append(" reason=").append(call.reason().label());
        line.append(" attempts=").append(attempts(call));
        Reason refusal = call.wouldRefuse();
        if (refusal != null) {
            line.append(" wouldRefuse=").append(refusal.label());
        }
        if (call.notBefore() != null) {
            line.append(" notBefore=").append(call.notBefore());
        }
        ErrorDetails error = call.error();
        if (error != null) {
            add(line, "code", error.code());
            add(line, "requestId", error.requestId());
        }
        return line.toString();
    }

    private static void add(StringBuilder line, String key, @Nullable String value) {
        if (value == null) {
            return;
        }
        line.append(' ').append(key).append('=');
        boolean plain = !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c != '"' && c != '=' && c < 127);
        if (plain) {
            line.append(value);
        } else {
            quote(line, value);
        }
    }

    /** Nothing in a value can end it, or the line, or turn round what is displayed. */
    private static void quote(StringBuilder line, String value) {
        line.append('"');
        value.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> line.append(String.format(Locale.ROOT, "\\u%04x", c));
                default -> line.append(c == '"' || c == '\\' ? "\\" : "").appendCodePoint(c);
            }
        });
        line.append('"');
    }

    /** The name of its class without the package; a class without a name of its own keeps the one it has. */
    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return name.isEmpty() ? failure.getClass().getName().replaceFirst(".*\\.", "") : name;
    }

    /** {@code [503, +104ms backoff 503, +220ms backoff SocketTimeoutException]}. */
    private static String attempts(CallReport call) {
        StringBuilder list = new StringBuilder("[");
        for (AttemptReport attempt : call.attempts()) {
            if (list.length() > 1) {
                list.append(", ");
            }
            if (attempt.waitBeforeSource() != null) {
                list.append('+')
                        .append(attempt.waitBeforeNanos() / NANOS_PER_MILLI)
                        .append("ms ");
                list.append(attempt.waitBeforeSource().label()).append(' ');
            }
            Throwable failure = attempt.failure();
            if (failure == null) {
                list.append(attempt.status());
            } else {
                list.append(kind(failure));
            }
        }
        return list.append(']').toString();
    }
}
