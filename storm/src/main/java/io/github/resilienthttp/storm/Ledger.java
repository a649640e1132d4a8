// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts what happens, second by second. What happens after the last second counts for its call only. Not thread-safe.
 */
@Experimental
public final class Ledger {
    private enum Column {
        CALLS,
        WELL,
        REQUESTS,
        GOOD,
        FAILED,
        REFUSED,
        THROTTLED,
        SERVED,
        WASTED,
        IN_FLIGHT
    }

    private final LongSupplier nanos;
    private final int seconds;
    private final Map<Column, int[]> columns = new EnumMap<>(Column.class);
    private int underWay;

    /**
     * An empty one.
     *
     * @param nanos tells the time since the scenario began, 0 or more
     * @param scenario how many seconds there are
     */
    public Ledger(LongSupplier nanos, Scenario scenario) {
        this.nanos = nanos;
        this.seconds = scenario.seconds();
        for (Column column : Column.values()) {
            columns.put(column, new int[seconds]);
        }
    }

    private int second() {
        return (int) (nanos.getAsLong() / 1_000_000_000L);
    }

    private void count(Column column, int second) {
        if (second < seconds) {
            column(column)[second]++;
        }
    }

    private int[] column(Column column) {
        return columns.getOrDefault(column, new int[0]);
    }

    /**
     * A call arrives.
     *
     * @return the second in which it did
     */
    public int called() {
        underWay++;
        int second = second();
        count(Column.CALLS, second);
        return second;
    }

    /**
     * A call ends.
     *
     * @param calledIn the second in which it arrived
     * @param ending how it ended
     */
    public void ended(int calledIn, Ending ending) {
        underWay--;
        int second = second();
        switch (ending) {
            case WELL -> {
                count(Column.WELL, calledIn);
                count(Column.GOOD, second);
            }
            case FAILED -> count(Column.FAILED, second);
            case REFUSED -> count(Column.REFUSED, second);
        }
    }

    /** {@return how many calls have not ended} */
    public int underWay() {
        return underWay;
    }

    /** A request reaches the server. */
    public void requested() {
        count(Column.REQUESTS, second());
    }

    /** A request gets a 429. */
    public void throttled() {
        count(Column.THROTTLED, second());
    }

    /**
     * The server has done all the work of a request.
     *
     * @param heard whether somebody still waited for it
     */
    public void worked(boolean heard) {
        count(heard ? Column.SERVED : Column.WASTED, second());
    }

    /**
     * A second is over.
     *
     * @param second which, from 0 on
     * @param inFlight how many requests were at the server then
     */
    public void endOf(int second, int inFlight) {
        column(Column.IN_FLIGHT)[second] = inFlight;
    }

    /** {@return what was counted, for each second of the scenario} */
    public List<Second> seconds() {
        List<Second> all = new ArrayList<>(seconds);
        for (int n = 0; n < seconds; n++) {
            all.add(new Second(
                    column(Column.CALLS)[n],
                    column(Column.WELL)[n],
                    column(Column.REQUESTS)[n],
                    column(Column.GOOD)[n],
                    column(Column.FAILED)[n],
                    column(Column.REFUSED)[n],
                    column(Column.THROTTLED)[n],
                    column(Column.SERVED)[n],
                    column(Column.WASTED)[n],
                    column(Column.IN_FLIGHT)[n]));
        }
        return List.copyOf(all);
    }
}
