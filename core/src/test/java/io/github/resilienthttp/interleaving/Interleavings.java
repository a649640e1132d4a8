// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.interleaving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckSettings;

/**
 * Plays a scene of a few threads again and again, each time with other switches between them: a model checker decides who runs
 * next at each access to shared memory, so that an order which a scheduler brings about once in a million times is met at once,
 * and is the same in every run. What it cannot show is a reordering of memory: it plays one access after the other.
 *
 * <p>How often is the system property {@code interleavings}, or, where {@code stress.seconds} is set, so many seconds a scene.
 */
public final class Interleavings {
    private static final int SHORT = Integer.getInteger("interleavings", 60);
    private static final int SECONDS = Integer.getInteger("stress.seconds", 0);
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    /** The tree of what was tried is kept in memory. */
    private static final int MOST = 2_000_000;

    private static final LincheckSettings SETTINGS = settings();

    private Interleavings() {}

    /** The JDK's own collections are taken as they are: each of their methods is one step. */
    private static LincheckSettings settings() {
        LincheckSettings usual = LincheckSettings.Companion.getDEFAULT();
        return new LincheckSettings(
                false, usual.getLoopIterationsBeforeThreadSwitch(), usual.getLoopBound(), usual.getRecursionBound());
    }

    /** A few threads, from their beginning to their end, and what must hold then. */
    @FunctionalInterface
    public interface Scene {
        void play() throws Exception;
    }

    /**
     * Plays it.
     *
     * @param scene must make all that it uses, must not wait for time, and throws an {@code AssertionError} where something
     *     does not hold
     */
    public static void explore(Scene scene) {
        long begun = System.nanoTime();
        play(scene, SHORT);
        long took = Math.max(1, System.nanoTime() - begun);
        long more = (SECONDS * NANOS_PER_SECOND - took) / Math.max(1, took / SHORT);
        if (SECONDS > 0 && more > SHORT) {
            play(scene, (int) Math.min(MOST, more));
        }
    }

    private static void play(Scene scene, int times) {
        Lincheck.runConcurrentTestInternal$lincheck(times, SETTINGS, () -> {
            try {
                scene.play();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        });
    }

    /**
     * Runs each on a thread of its own, and returns when all have ended.
     *
     * @param actions what they do
     */
    public static void together(Scene... actions) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Scene action : actions) {
            threads.add(new Thread(() -> {
                try {
                    action.play();
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    /**
     * Fails the scene where it does not hold. Plain, since each call of a library is played as well.
     *
     * @param holds what must hold
     * @param what is told where it does not
     */
    public static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
