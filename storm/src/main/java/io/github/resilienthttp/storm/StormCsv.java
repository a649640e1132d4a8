// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A result as a table for programs. */
final class StormCsv {
    static final String HEAD =
            "policy,second,calls,well,requests,good,failed,refused,throttled,served,wasted,in_flight\n";

    private StormCsv() {}

    static String of(StormResult result) {
        return HEAD
                + IntStream.range(0, result.seconds().size())
                        .mapToObj(second -> line(result, second))
                        .collect(Collectors.joining());
    }

    private static String line(StormResult result, int number) {
        Second second = result.seconds().get(number);
        return IntStream.of(
                        number,
                        second.calls(),
                        second.well(),
                        second.requests(),
                        second.good(),
                        second.failed(),
                        second.refused(),
                        second.throttled(),
                        second.served(),
                        second.wasted(),
                        second.inFlight())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", quoted(result.contender()) + ",", "\n"));
    }

    private static String quoted(String name) {
        return name.matches("[\\w .-]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
