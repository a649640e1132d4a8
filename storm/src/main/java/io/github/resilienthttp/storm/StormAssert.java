// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What can be asserted of a contender in a scenario. It has to hold with each of the seeds, 1 to 5 unless told
 * otherwise; the message of the error has the numbers, the seed and a chart of the first run in which it did not.
 * Immutable.
 */
@Experimental
public final class StormAssert {
    private final Contender contender;
    private final Scenario scenario;
    private final List<StormResult> results;

    StormAssert(Contender contender, Scenario scenario, long... seeds) {
        this.contender = contender;
        this.scenario = scenario;
        this.results = Arrays.stream(seeds)
                .mapToObj(seed -> Storm.run(scenario, contender, seed))
                .toList();
    }

    /**
     * The same with other seeds.
     *
     * @param seeds one or more
     * @return a copy
     * @throws IllegalArgumentException where there is none
     */
    public StormAssert withSeeds(long... seeds) {
        Check.between("number of seeds", seeds.length, 1, 10_000);
        return new StormAssert(contender, scenario, seeds);
    }

    /**
     * Neither during the storm nor in the 30 s after it does the server get more requests per call than this.
     *
     * @param most requests per call, such as 1.1
     * @return this
     * @throws AssertionError where it gets more
     */
    public StormAssert amplifiesAtMost(double most) {
        return holds(
                "at most " + most + " requests a call",
                run -> Math.max(run.amplificationDuring(), run.amplificationAfter()) <= most);
    }

    /**
     * Soon after the storm 95 % of the calls of five seconds in a row end well.
     *
     * @param longest from the end of the storm to the first of the five seconds
     * @return this
     * @throws AssertionError where it takes longer
     */
    public StormAssert recoversWithin(Duration longest) {
        return holds("recovered within " + longest.toSeconds() + " s", run -> run.recovery()
                .filter(time -> time.compareTo(longest) <= 0)
                .isPresent());
    }

    /**
     * Of all calls, those of the calm included, this share ends well.
     *
     * @param least 0 to 1
     * @return this
     * @throws AssertionError where fewer do
     */
    public StormAssert endsWellAtLeast(double least) {
        return holds("at least " + percent(least) + " of the calls end well", run -> endedWell(run) >= least);
    }

    /**
     * Of the work that the server finished, at most this share was for clients that had given up.
     *
     * @param most 0 to 1
     * @return this
     * @throws AssertionError where it is more
     */
    public StormAssert wastesAtMost(double most) {
        return holds("at most " + percent(most) + " of the server's work wasted", run -> run.wasted() <= most);
    }

    /** {@return the runs, one for each seed} */
    public List<StormResult> results() {
        return results;
    }

    private StormAssert holds(String what, Predicate<StormResult> test) {
        List<StormResult> failed = results.stream().filter(test.negate()).toList();
        if (!failed.isEmpty()) {
            throw new AssertionError(message(what, failed));
        }
        return this;
    }

    private String message(String what, List<StormResult> failed) {
        StormResult run = failed.get(0);
        return contender.name() + " in scenario " + scenario.name() + ", " + scenario.clients()
                + (scenario.clients() == 1 ? " client" : " clients") + ": expected " + what + "\n"
                + "  not so in " + failed.size() + " of " + results.size() + " runs, first with seed " + run.seed()
                + ":\n"
                + "  requests a call: " + number(run.amplificationDuring()) + " in the storm, "
                + number(run.amplificationAfter()) + " in the 30 s after it\n"
                + "  recovered: "
                + run.recovery().map(time -> time.toSeconds() + " s after it").orElse("never") + "\n"
                + "  calls that ended well: " + percent(endedWell(run)) + " (" + percent(run.goodputDuring())
                + " in the storm, " + percent(run.goodputAfter()) + " in the 30 s after it); refused: "
                + run.refused() + " of " + run.calls() + "\n"
                + "  work wasted: " + percent(run.wasted()) + "\n\n"
                + run.chart().indent(2);
    }

    private static double endedWell(StormResult run) {
        return run.calls() == 0 ? 1 : run.endedWell() / (double) run.calls();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
