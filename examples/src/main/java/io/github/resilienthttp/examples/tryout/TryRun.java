// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.tryout;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.examples.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Sends the request as often as asked, several at a time, and shows each call as it ends. Runs once. */
public final class TryRun {
    private static final int LONG_RUN = 10;

    private final ResilientHttp http;
    private final TryRequest request;
    private final TrySettings settings;
    private final Printer printer;
    private final ProgressBar progress;
    private final CallLines lines;
    private final Starts starts;
    private final Totals totals = new Totals();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();
    private volatile long begun;
    private boolean ended;

    /**
     * A run that has not begun.
     *
     * @param http the clients
     * @param request what to send
     * @param settings how often
     * @param console where to show it
     */
    public TryRun(ResilientHttp http, TryRequest request, TrySettings settings, Console console) {
        this.http = http;
        this.request = request;
        this.settings = settings;
        this.lines = new CallLines(new Redaction(request));
        this.starts = new Starts(settings.repeat(), settings.interval());
        String title = request.method() + " " + request.shown() + ", via " + settings.via();
        this.printer = settings.json()
                ? new JsonPrinter(console.out())
                : new TablePrinter(console.out(), new Palette(console.outTerminal()), title);
        boolean bar = console.errTerminal() && settings.repeat() >= LONG_RUN;
        this.progress = new ProgressBar(console.err(), settings.repeat(), bar);
    }

    /**
     * Runs to the end, or until the process is told to stop: then the summary so far is shown.
     *
     * @return whether every call ended in a response below 400
     */
    public boolean run() {
        Thread interrupted = new Thread(this::end, "summary");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (Transport transport = settings.via().open(http, request, settings.options(), settings.workers())) {
            printer.begin();
            begun = System.nanoTime();
            work(transport);
            end();
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        } finally {
            forget(interrupted);
        }
        return totals.good();
    }

    private void work(Transport transport) {
        List<Thread> workers = new ArrayList<>();
        for (int i = 1; i <= settings.workers(); i++) {
            Thread worker = new Thread(() -> callAfterCall(transport), "caller-" + i);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException stop) {
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
        Throwable fault = bug.get();
        if (fault != null) {
            throw new IllegalStateException("a caller died", fault);
        }
    }

    private void callAfterCall(Transport transport) {
        try {
            for (int call = starts.next(); call != 0; call = starts.next()) {
                show(lines.of(call, transport.send()));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            bug.compareAndSet(null, fault);
        }
    }

    private void show(CallLine call) {
        lock.lock();
        try {
            if (!ended) {
                totals.add(call);
                progress.clear();
                printer.call(call);
                progress.draw(totals.calls());
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            if (!ended && begun != 0) {
                ended = true;
                progress.clear();
                printer.end(totals.summary(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
            }
        } finally {
            lock.unlock();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is at work.
        }
    }
}
