// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.call;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request on its way through a call. Whatever happens is taken up one at a time; each step is taken once. */
final class CallbackRun<R> {
    private static final byte[] NOTHING = {};

    private final Call call;
    private final AsyncExchange<R> exchange;
    private final Time time;
    private final Timer timer;
    private final Serial serial = new Serial();
    private @Nullable R response;
    private @Nullable Throwable failure;

    CallbackRun(Call call, AsyncExchange<R> exchange, Time time, Timer timer) {
        this.call = call;
        this.exchange = exchange;
        this.time = time;
        this.timer = timer;
    }

    void start(RequestView request) {
        next(() -> call.begin(request));
    }

    private void next(Supplier<Step> step) {
        serial.run(() -> {
            try {
                follow(step.get());
            } catch (RuntimeException | Error broken) {
                breakOff(broken);
            }
        });
    }

    private void follow(Step step) {
        if (step instanceof Step.Send send) {
            send(send.attempt());
        } else if (step instanceof Step.Wait wait) {
            R held = response;
            response = null;
            if (held == null) {
                await(wait);
            } else {
                Once then = new Once(() -> serial.run(() -> await(wait)));
                exchange.discard(held, then);
            }
        } else if (step instanceof Step.Refuse refuse) {
            exchange.fail(refuse.failure());
        } else if (response != null) {
            exchange.deliver(response);
        } else {
            exchange.fail(failure == null ? new IllegalStateException("no outcome") : failure);
        }
    }

    private void send(int attempt) {
        failure = null;
        AttemptAnswer answer = new AttemptAnswer(attempt);
        try {
            exchange.send(call, attempt, answer);
        } catch (Throwable thrown) {
            answer.failed(thrown);
        }
    }

    private void await(Step.Wait wait) {
        Wake wake = new Wake();
        exchange.waits();
        call.onWake(wake::sooner);
        if (time.nanos() >= wait.until() || call.awake()) {
            wake.run();
        } else {
            wake.hold(timer.start(wait.until(), wake));
        }
    }

    private Step resumed() {
        exchange.goesOn();
        if (timer.closed()) {
            call.cancel();
        }
        return call.resumed();
    }

    /** Whatever goes wrong with a response before anybody has decided on it: it is not left open. */
    private void breakOff(Throwable broken) {
        R held = response;
        response = null;
        if (held == null) {
            exchange.fail(broken);
        } else {
            exchange.discard(held, new Once(() -> serial.run(() -> exchange.fail(broken))));
        }
    }

    /** What came of one attempt; the first word counts. */
    private final class AttemptAnswer extends AtomicBoolean implements AsyncExchange.Answer<R> {
        private static final long serialVersionUID = 1L;

        private final int attempt;

        AttemptAnswer(int attempt) {
            this.attempt = attempt;
        }

        @Override
        public boolean answered(R brought) {
            boolean first = compareAndSet(false, true);
            if (first) {
                serial.run(() -> {
                    response = brought;
                    look(brought);
                });
            }
            return first;
        }

        private void look(R brought) {
            try {
                if (Looks.wantsBody(call, exchange, brought)) {
                    peek(brought);
                } else {
                    follow(Looks.answered(call, exchange, attempt, brought));
                }
            } catch (RuntimeException | Error broken) {
                breakOff(broken);
            }
        }

        private void peek(R brought) {
            AtomicBoolean over = new AtomicBoolean();
            Timer.Planned patience = timer.start(time.nanos() + Looks.longestNanos(call), () -> {
                if (over.compareAndSet(false, true)) {
                    next(() -> Looks.answered(call, exchange, attempt, brought, NOTHING));
                }
            });
            exchange.peek(brought, Looks.LONGEST_ERROR_BODY, bytes -> {
                if (over.compareAndSet(false, true)) {
                    patience.cancel();
                    next(() -> Looks.answered(call, exchange, attempt, brought, bytes));
                }
            });
        }

        @Override
        public boolean failed(Throwable cause) {
            boolean first = compareAndSet(false, true);
            if (first) {
                next(() -> {
                    failure = cause;
                    return call.finished(attempt, exchange.failed(cause), exchange.replayable());
                });
            }
            return first;
        }
    }

    /** The end of one wait: at its time, or sooner, but once. */
    private final class Wake extends AtomicBoolean implements Runnable {
        private static final long serialVersionUID = 1L;

        private transient volatile Timer.@Nullable Planned planned;

        void hold(Timer.Planned waiting) {
            planned = waiting;
            if (get()) {
                waiting.cancel();
            }
        }

        @Override
        public void run() {
            if (compareAndSet(false, true)) {
                next(CallbackRun.this::resumed);
            }
        }

        /** Whoever wakes has other things to do, and may hold a lock: the timer's thread goes on. */
        void sooner() {
            if (compareAndSet(false, true)) {
                Timer.Planned waiting = planned;
                if (waiting != null) {
                    waiting.cancel();
                }
                timer.start(time.nanos(), () -> next(CallbackRun.this::resumed));
            }
        }
    }

    private static final class Once extends AtomicBoolean implements Runnable {
        private static final long serialVersionUID = 1L;

        private final transient Runnable action;

        Once(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            if (compareAndSet(false, true)) {
                action.run();
            }
        }
    }
}
