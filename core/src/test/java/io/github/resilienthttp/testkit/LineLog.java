// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;

/** Keeps what is logged, each line behind its level. */
public final class LineLog extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final Level lowest;
    private final transient List<String> lines = new CopyOnWriteArrayList<>();

    /** A log of lines from {@code lowest} on. */
    public LineLog(Level lowest) {
        this.lowest = lowest;
    }

    /** The lines so far, taken out. */
    public List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        lines.add(level + " " + message);
    }

    @Override
    public boolean isTraceEnabled() {
        return lowest.compareTo(Level.TRACE) >= 0;
    }

    @Override
    public boolean isDebugEnabled() {
        return lowest.compareTo(Level.DEBUG) >= 0;
    }

    @Override
    public boolean isInfoEnabled() {
        return lowest.compareTo(Level.INFO) >= 0;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
