// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.event;

import io.github.resilienthttp.decision.Reason;
import io.github.resilienthttp.hint.ErrorDetails;
import io.github.resilienthttp.policy.Mode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Facts as {@code key=value}, in one line that nothing in a value can end. */
final class LogLines {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private LogLines() {}

    static String line(CallReport call) {
        StringBuilder line = new StringBuilder(160);
        line.append("client=").append(call.client());
        add(line, "method", call.method());
        scope(line, call.scope(), call.mode());
        line.append(" outcome=").append(call.outcome().label());
        line.append(" reason=").append(call.reason().label());
        line.append(" attempts=").append(attempts(call));
        Reason refusal = call.wouldRefuse();
        if (refusal != null) {
            line.append(" wouldRefuse=").append(refusal.label());
        }
        notBefore(line, call.notBefore());
        ErrorDetails error = call.error();
        if (error != null) {
            add(line, "code", error.code());
            add(line, "requestId", error.requestId());
        }
        return line.toString();
    }

    /** {@code client=api scope="https://api.example" outcome=refused reason=circuit-open calls=1204 since=10002ms}. */
    static String line(RefusalBundles.Sum sum) {
        StringBuilder line = new StringBuilder(160);
        line.append("client=").append(sum.client());
        scope(line, sum.scope(), sum.mode());
        line.append(sum.mode() == Mode.OBSERVE ? " wouldRefuse=" : " outcome=refused reason=")
                .append(sum.reason().label());
        line.append(" calls=").append(sum.calls());
        line.append(" since=").append(sum.nanos() / NANOS_PER_MILLI).append("ms");
        notBefore(line, sum.notBefore());
        return line.toString();
    }

    private static void scope(StringBuilder line, String scope, Mode mode) {
        line.append(" scope=");
        quote(line, scope);
        if (mode == Mode.OBSERVE) {
            line.append(" mode=observe");
        }
    }

    private static void notBefore(StringBuilder line, @Nullable Instant instant) {
        if (instant != null) {
            line.append(" notBefore=").append(instant);
        }
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
