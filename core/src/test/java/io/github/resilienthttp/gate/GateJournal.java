// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gates that answer as told and write down what they are asked for. */
final class GateJournal {
    static final Object TOKEN = "token";

    final List<String> asked = new ArrayList<>();
    /** Null: the cool-down is open and is not even asked. */
    Cooldown.@Nullable Entry cooldownSays;

    Cooldown.@Nullable Waiter waiter;
    /** 0: the cool-down turns nobody away who has never asked. */
    long turnedAwayUntil;

    long closedUntil;
    long openUntil = Breaker.NOT_OPEN;
    long openUntilOnceRefused = Breaker.NOT_OPEN;
    boolean breakerHasPermits = true;
    /** Null: the time that was asked for. */
    @Nullable
    Long limiterGrants;

    /** Whether the limiter wants to know when requests have arrived. */
    boolean limiterTimed;

    Permit permit() {
        return new Permit(new Gates(new B(), new L(), 1_000_000, new C(), UnlimitedBudget.INSTANCE));
    }

    List<String> take() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    private final class C implements Cooldown {
        @Override
        public boolean open() {
            return cooldownSays == null;
        }

        @Override
        public Entry enter(Waiter asking, long now, long latest) {
            asked.add("cooldown");
            waiter = asking;
            return cooldownSays == null ? Entry.UNPACED : cooldownSays;
        }

        @Override
        public long turnedAwayUntil(long now, long latest) {
            return turnedAwayUntil;
        }

        @Override
        public void leave(Waiter leaving, long now) {
            asked.add("leave cooldown");
        }

        @Override
        public void answered(int epoch, boolean throttled, long now) {
            asked.add("answered " + epoch + (throttled ? " throttled" : ""));
        }

        @Override
        public void lost(int epoch, long now) {
            asked.add("lost " + epoch);
        }

        @Override
        public void close(long until, long now) {}

        @Override
        public void reopen(long now) {}

        @Override
        public long closedUntil(long now) {
            return closedUntil;
        }

        @Override
        public boolean idle(long now) {
            return true;
        }

        @Override
        public int waiting() {
            return 0;
        }
    }

    private final class L implements Limiter {
        @Override
        public long reserve(long now, long latest) {
            asked.add("rate");
            return limiterGrants == null ? now : limiterGrants;
        }

        @Override
        public void refund(long grant) {
            asked.add("refund " + grant);
        }

        @Override
        public void arrived(long grant, long by) {
            if (limiterTimed) {
                asked.add("arrived " + grant + " by " + by);
            }
        }

        @Override
        public long confirm(long grant, long now) {
            if (!limiterTimed) {
                return grant;
            }
            asked.add("confirm " + grant);
            return Math.max(now, limiterGrants);
        }

        @Override
        public boolean timed() {
            return limiterTimed;
        }

        @Override
        public long earliest(long now) {
            return now + 7;
        }

        @Override
        public boolean idle(long now) {
            return true;
        }
    }

    private final class B implements Breaker {
        @Override
        public long openUntil(long now) {
            return asked.contains("no breaker permit") ? openUntilOnceRefused : openUntil;
        }

        @Override
        public @Nullable Object tryAcquire() {
            asked.add(breakerHasPermits ? "breaker permit" : "no breaker permit");
            return breakerHasPermits ? TOKEN : null;
        }

        @Override
        public void success(Object token, long durationNanos) {
            asked.add("success " + durationNanos);
        }

        @Override
        public void failure(Object token, long durationNanos, @Nullable Throwable cause) {
            asked.add("failure " + durationNanos + (cause == null ? "" : " " + cause.getMessage()));
        }

        @Override
        public void neutral(Object token) {
            asked.add("neutral");
        }

        @Override
        public void release(Object token) {
            asked.add("release");
        }

        @Override
        public boolean timed() {
            return false;
        }

        @Override
        public State state() {
            return State.CLOSED;
        }

        @Override
        public void isolate() {}

        @Override
        public void close() {}
    }
}
