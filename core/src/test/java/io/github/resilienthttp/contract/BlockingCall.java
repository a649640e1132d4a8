// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.contract;

import io.github.resilienthttp.event.CallReport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call of a client that blocks, on a thread of its own. For all adapters of such clients. Thread-safe. */
public final class BlockingCall implements Running {
    /** What the names of the callers' threads begin with. */
    static final String THREAD_PREFIX = "contract-caller-";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final CompletableFuture<Ending> ending = new CompletableFuture<>();
    private final Runnable abort;
    private final Thread caller;

    private BlockingCall(Sending sending, Supplier<@Nullable CallReport> report, Runnable abort) {
        this.abort = abort;
        this.caller = new Thread(() -> run(sending, report), THREAD_PREFIX + NUMBERS.incrementAndGet());
    }

    /** Sends a request and reads the response to its end. */
    public interface Sending {
        /**
         * Sends.
         *
         * @return the response
         * @throws Exception as the caller would catch it
         */
        Ending send() throws Exception;
    }

    /**
     * Starts it.
     *
     * @param sending on the caller's thread
     * @param report asks for the report where sending throws
     * @param abort cancels the call as one does with this client; from another thread
     * @return the call
     */
    public static Running start(Sending sending, Supplier<@Nullable CallReport> report, Runnable abort) {
        BlockingCall call = new BlockingCall(sending, report, abort);
        call.caller.setDaemon(true);
        call.caller.start();
        return call;
    }

    private void run(Sending sending, Supplier<@Nullable CallReport> report) {
        Ending seen;
        try {
            seen = sending.send();
        } catch (Throwable failure) {
            seen = Ending.failed(failure, report);
        }
        ending.complete(seen.interrupted(Thread.currentThread().isInterrupted()));
    }

    @Override
    public Ending await() {
        return await(ending);
    }

    /** Waits for an end, for 20 s at most. */
    static Ending await(CompletableFuture<Ending> ending) {
        try {
            return ending.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            throw new AssertionError("the call has not ended within 20 s", stuck);
        } catch (ExecutionException | InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Override
    public boolean isDone() {
        return ending.isDone();
    }

    @Override
    public void cancel() {
        abort.run();
    }

    @Override
    public void interrupt() {
        caller.interrupt();
    }
}
