// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What came of a storm. Load amplification is requests at the server per call that arrived in the same time: below 1
 * where a policy holds calls back. Goodput is the share of the calls that arrived in a time and ended well, whenever
 * that was.
 *
 * @param contender whose storm it was
 * @param scenario the storm
 * @param seed of all that was random
 * @param seconds what happened, second by second
 */
@Experimental
public record StormResult(String contender, Scenario scenario, long seed, List<Second> seconds) {
    /** Over how long after the storm amplification and goodput are told, in seconds. */
    static final int AFTERMATH = 30;

    /** How long goodput has to stay up, in seconds. */
    static final int STEADY = 5;

    /** Which share of the calls has to end well for that. */
    static final double RECOVERED = 0.95;

    /**
     * Copies the seconds.
     *
     * @param contender whose storm it was
     * @param scenario the storm
     * @param seed of all that was random
     * @param seconds what happened, second by second
     */
    public StormResult {
        seconds = List.copyOf(seconds);
    }

    /** {@return requests per call while the storm lasts} */
    public double amplificationDuring() {
        return per(Second::requests, scenario.stormBegins(), scenario.stormEnds());
    }

    /** {@return requests per call in the 30 s after the storm} */
    public double amplificationAfter() {
        return per(Second::requests, scenario.stormEnds(), scenario.stormEnds() + AFTERMATH);
    }

    /** {@return requests per call from the beginning of the storm to 30 s after it} */
    public double amplification() {
        return per(Second::requests, scenario.stormBegins(), scenario.stormEnds() + AFTERMATH);
    }

    /** {@return the share of the storm's calls that ended well, 0 to 1} */
    public double goodputDuring() {
        return per(Second::well, scenario.stormBegins(), scenario.stormEnds());
    }

    /** {@return the share of the calls of the 30 s after the storm that ended well, 0 to 1} */
    public double goodputAfter() {
        return per(Second::well, scenario.stormEnds(), scenario.stormEnds() + AFTERMATH);
    }

    /**
     * The time from the end of the storm to the first five seconds in a row of whose calls 95 % ended well; empty where
     * that never came.
     *
     * @return whole seconds
     */
    public Optional<Duration> recovery() {
        for (int second = scenario.stormEnds(); second + STEADY <= seconds.size(); second++) {
            if (per(Second::well, second, second + STEADY) >= RECOVERED) {
                return Optional.of(Duration.ofSeconds(second - scenario.stormEnds()));
            }
        }
        return Optional.empty();
    }

    /** {@return how many calls arrived, calm and all} */
    public int calls() {
        return sum(Second::calls, 0, seconds.size());
    }

    /** {@return how many of them ended well} */
    public int endedWell() {
        return sum(Second::well, 0, seconds.size());
    }

    /** {@return how many requests reached the server} */
    public int requests() {
        return sum(Second::requests, 0, seconds.size());
    }

    /** {@return how many calls the policy ended by its own decision} */
    public int refused() {
        return sum(Second::refused, 0, seconds.size());
    }

    /** {@return how many requests got a 429} */
    public int throttled() {
        return sum(Second::throttled, 0, seconds.size());
    }

    /** {@return the share of the server's finished work that nobody waited for any more, 0 to 1} */
    public double wasted() {
        int wasted = sum(Second::wasted, 0, seconds.size());
        int served = sum(Second::served, 0, seconds.size());
        return wasted == 0 ? 0 : wasted / (double) (wasted + served);
    }

    /** {@return the seconds as CSV with a line of names, lines ended by a line feed} */
    public String toCsv() {
        return StormCsv.of(this);
    }

    /** {@return offered calls, requests and good answers as lines of little columns, for people} */
    public String chart() {
        return StormChart.of(this);
    }

    private double per(ToIntFunction<Second> what, int from, int to) {
        int calls = sum(Second::calls, from, to);
        return calls == 0 ? 0 : sum(what, from, to) / (double) calls;
    }

    private int sum(ToIntFunction<Second> what, int from, int to) {
        return seconds.subList(from, to).stream().mapToInt(what).sum();
    }
}
