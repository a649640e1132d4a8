// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import io.github.resilienthttp.stability.Internal;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads that blocked reads run on; they end when idle. For adapters; thread-safe. */
@Internal
public final class ReadingThreads {
    private static final int MOST = 16;
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final ThreadPoolExecutor THREADS = new ThreadPoolExecutor(
            0, MOST, 500, TimeUnit.MILLISECONDS, new SynchronousQueue<>(), ReadingThreads::thread);

    private ReadingThreads() {}

    /**
     * Runs something that may block on one of them.
     *
     * @param reading what to run
     * @return false where all are taken, and nothing was run
     */
    public static boolean run(Runnable reading) {
        try {
            THREADS.execute(reading);
            return true;
        } catch (RejectedExecutionException allTaken) {
            return false;
        }
    }

    private static Thread thread(Runnable work) {
        // Made by some caller's thread, serving others later: nothing of that caller's may stick to it.
        Thread thread = new Thread(null, work, "resilient-http-reader-" + STARTED.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
