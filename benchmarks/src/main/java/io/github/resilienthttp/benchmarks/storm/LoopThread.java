// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Timer;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread of a run's contenders, on the system's clock: what is a simulation's loop of events there. */
final class LoopThread implements Timer, AutoCloseable {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final Consumer<Throwable> whenBroken;

    /** Told of what an action throws: the executor would keep it to itself. */
    LoopThread(Consumer<Throwable> whenBroken) {
        this.whenBroken = whenBroken;
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Planned start(long at, Runnable action) {
        Future<?> planned =
                executor.schedule(() -> run(action), at - Time.system().nanos(), TimeUnit.NANOSECONDS);
        return () -> planned.cancel(false);
    }

    void execute(Runnable action) {
        executor.execute(() -> run(action));
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            whenBroken.accept(e);
        }
    }

    @Override
    public boolean closed() {
        return executor.isShutdown();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
