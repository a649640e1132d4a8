// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asserts that a block of code left no threads behind: takes a snapshot of the live threads by name and compares at its end, with
 * up to 2 s for threads that are about to end. Virtual threads are not seen. Immutable; may be asked more than once.
 *
 * <pre>{@code
 * try (LeakProbe probe = LeakProbe.watching("resilient-http-")) {
 *     ...
 * }
 * }</pre>
 */
public final class LeakProbe implements AutoCloseable {
    private static final long LIMIT_NANOS = Duration.ofSeconds(2).toNanos();

    private final List<String> prefixes;
    private final Set<Thread> before;

    private final Predicate<Thread> spared;

    private LeakProbe(List<String> prefixes) {
        this.prefixes = prefixes;
        this.before = live();
        this.spared = thread -> false;
    }

    private LeakProbe(LeakProbe probe, Predicate<Thread> spared) {
        this.prefixes = probe.prefixes;
        this.before = probe.before;
        this.spared = spared;
    }

    /**
     * Takes the snapshot.
     *
     * @param prefixes what the names of the watched threads begin with; one that is empty watches all threads
     * @return the probe
     * @throws IllegalArgumentException without any prefix
     */
    public static LeakProbe watching(String... prefixes) {
        if (prefixes.length == 0) {
            throw new IllegalArgumentException(
                    "watching() got no prefix; allowed is one or more, \"\" for all threads");
        }
        return new LeakProbe(List.copyOf(Arrays.asList(prefixes)));
    }

    /**
     * The same probe, with threads that may stay.
     *
     * @param harmless whether a thread may stay, as it is now
     * @return a probe with the snapshot of this one
     */
    public LeakProbe sparing(Predicate<Thread> harmless) {
        return new LeakProbe(this, harmless);
    }

    /**
     * The watched threads that live now and did not at the snapshot, without waiting.
     *
     * @return a new set
     */
    public Set<Thread> extraThreads() {
        Set<Thread> extra = live();
        extra.removeAll(before);
        extra.removeIf(spared);
        return extra;
    }

    /**
     * Waits until no extra threads remain, at most 2 s.
     *
     * @throws AssertionError if some do; it names each and tells where it stands
     */
    public void assertNoExtraThreads() {
        long end = System.nanoTime() + LIMIT_NANOS;
        Set<Thread> extra = extraThreads();
        while (!extra.isEmpty() && end - System.nanoTime() > 0) {
            awaitOneOf(extra, end);
            extra = extraThreads();
        }
        if (!extra.isEmpty()) {
            throw new AssertionError(extra.size() + " extra threads remain after 2 s: "
                    + extra.stream().map(LeakProbe::whereabouts).collect(Collectors.joining("; ")));
        }
    }

    /**
     * Whether a thread of a pool waits for something to do.
     *
     * @param thread any thread
     * @return false as well where it is no thread of a pool, and true where it has ended
     */
    public static boolean idle(Thread thread) {
        return !thread.isAlive()
                || Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(ThreadPoolExecutor.class.getName())
                                && frame.getMethodName().equals("getTask"));
    }

    /**
     * The same as {@link #assertNoExtraThreads()}.
     *
     * @throws AssertionError if extra threads remain
     */
    @Override
    public void close() {
        assertNoExtraThreads();
    }

    private static void awaitOneOf(Collection<Thread> threads, long end) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(threads.iterator().next(), end - System.nanoTime());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for threads to end", interrupted);
        }
    }

    private static String whereabouts(Thread thread) {
        return thread.getName() + " at "
                + Arrays.stream(thread.getStackTrace())
                        .limit(5)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "));
    }

    private Set<Thread> live() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> prefixes.stream().anyMatch(thread.getName()::startsWith))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
