// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What has happened on a server so far, and the waiting for what is to come. Thread-safe. */
final class Ledger {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<SeenRequest> requests = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private int accepted;
    private int open;

    /** Counts a connection; only one thread accepts, so the count after it is its number. */
    int connectionAccepted() {
        change(() -> {
            accepted++;
            open++;
        });
        return connections();
    }

    void connectionEnded() {
        change(() -> open--);
    }

    void saw(SeenRequest request) {
        change(() -> requests.add(request));
    }

    void failed(Throwable failure) {
        change(() -> failures.add(failure));
    }

    int connections() {
        lock.lock();
        try {
            return accepted;
        } finally {
            lock.unlock();
        }
    }

    int openConnections() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    List<SeenRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    List<Throwable> failures() {
        lock.lock();
        try {
            return List.copyOf(failures);
        } finally {
            lock.unlock();
        }
    }

    List<SeenRequest> awaitRequests(int count, Duration limit) {
        await(count + " requests", () -> requests.size() >= count, limit);
        return requests();
    }

    void awaitNoneOpen(Duration limit) {
        await("no open connection", () -> open == 0, limit);
    }

    private void await(String what, BooleanSupplier reached, Duration limit) {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (!reached.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("Waited " + limit + " in vain for " + what + "; there are " + open
                            + " open connections of " + accepted + " and the requests " + requests);
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + what, interrupted);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
