// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what happens, second by second. What happens after the last second counts for its call only. */
final class Ledger {
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

    private final SimulatedTime time;
    private final int seconds;
    private final Map<Column, int[]> columns = new EnumMap<>(Column.class);
    private int underWay;

    Ledger(SimulatedTime time, int seconds) {
        this.time = time;
        this.seconds = seconds;
        for (Column column : Column.values()) {
            columns.put(column, new int[seconds]);
        }
    }

    private int second() {
        return (int) ((time.nanos() - SimulatedTime.START) / 1_000_000_000L);
    }

    private void count(Column column, int second) {
        if (second < seconds) {
            column(column)[second]++;
        }
    }

    private int[] column(Column column) {
        return columns.getOrDefault(column, new int[0]);
    }

    /** A call arrives; gives the second in which it did. */
    int called() {
        underWay++;
        int second = second();
        count(Column.CALLS, second);
        return second;
    }

    void ended(int calledIn, Ending ending) {
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

    /** How many calls have not ended. */
    int underWay() {
        return underWay;
    }

    void requested() {
        count(Column.REQUESTS, second());
    }

    void throttled() {
        count(Column.THROTTLED, second());
    }

    void worked(boolean heard) {
        count(heard ? Column.SERVED : Column.WASTED, second());
    }

    void endOf(int second, int inFlight) {
        column(Column.IN_FLIGHT)[second] = inFlight;
    }

    List<Second> seconds() {
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
