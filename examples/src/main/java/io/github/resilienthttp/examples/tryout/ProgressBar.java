package io.github.resilienthttp.examples.tryout;

import java.io.PrintStream;

/** How far a long run is, redrawn in place on a terminal. Used by one thread at a time. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream err;
    private final int total;
    private final boolean on;
    private long drawn = System.nanoTime() - REDRAW_NANOS;

    ProgressBar(PrintStream err, int total, boolean on) {
        this.err = err;
        this.total = total;
        this.on = on;
    }

    /** Makes room for a line of the table. */
    void clear() {
        if (on) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    void draw(int done) {
        boolean justDrawn = System.nanoTime() - drawn < REDRAW_NANOS;
        if (!on || (justDrawn && done < total)) {
            return;
        }
        drawn = System.nanoTime();
        int filled = (int) ((long) WIDTH * done / total);
        err.print(CLEAR_LINE + "[" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + done + "/" + total);
        err.flush();
    }
}
