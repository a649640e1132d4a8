// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The threads of a server, each with the socket that it blocks on. Thread-safe. */
final class Roster {
    private final Map<Thread, Closeable> threads = new HashMap<>();
    private boolean ended;

    /** Starts a daemon thread; after the end it closes the socket instead and gives false. */
    synchronized boolean start(String name, Runnable task, Closeable socket) throws IOException {
        if (ended) {
            socket.close();
            return false;
        }
        threads.keySet().removeIf(thread -> !thread.isAlive());
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.put(thread, socket);
        thread.start();
        return true;
    }

    /** Closes all sockets, interrupts all threads and waits for them; gives what went wrong. */
    List<Throwable> endAll(Duration limit) {
        List<Throwable> failures = new ArrayList<>();
        long end = System.nanoTime() + limit.toNanos();
        Map<Thread, Closeable> all = close();
        all.forEach((thread, socket) -> {
            try {
                socket.close();
            } catch (IOException failure) {
                failures.add(failure);
            }
            thread.interrupt();
        });
        try {
            for (Thread thread : all.keySet()) {
                TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
                if (thread.isAlive()) {
                    failures.add(stillAlive(thread));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            failures.add(interrupted);
        }
        return failures;
    }

    private synchronized Map<Thread, Closeable> close() {
        ended = true;
        return Map.copyOf(threads);
    }

    private static AssertionError stillAlive(Thread thread) {
        AssertionError error = new AssertionError("Thread " + thread.getName() + " did not end; it stands here");
        error.setStackTrace(thread.getStackTrace());
        return error;
    }
}
