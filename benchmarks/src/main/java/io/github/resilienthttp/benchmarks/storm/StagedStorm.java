// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks.storm;

import io.github.resilienthttp.storm.Scenario;
import io.github.resilienthttp.storm.Scenarios;
import io.github.resilienthttp.storm.ServerModel;
import io.github.resilienthttp.storm.Weather;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The storms that are simulated and sent: of the kinds that {@link Scenarios} has, their server a pool of workers. Policies
 * and their seconds are as they are, nothing is sped up; the calms are shorter.
 */
public enum StagedStorm {
    /** 40 calls a second; for 15 s every request gets a 503 at once. */
    OUTAGE(lasting(15, Scenarios.outage().withServer(StagedStorm.idle()))),
    /** The same, but for 15 s there is no answer at all. */
    SILENCE(lasting(
            15, Scenarios.outage(Weather.Kind.HANGS, Duration.ofSeconds(15)).withServer(StagedStorm.idle()))),
    /** 40 calls a second; for 15 s three of ten end in a 500, and everything takes three times as long. */
    BROWNOUT(lasting(15, Scenarios.brownout().withServer(ServerModel.workers(40, Duration.ofMillis(200), 100)))),
    /** 40 calls a second, 80 for 10 s, to a server that can do 50 and queues for 4 s. */
    OVERLOAD(lasting(10, Scenarios.overload().withServer(ServerModel.workers(20, Duration.ofMillis(400), 200)))),
    /** The same, by clients that look for what has timed out once a second, as HttpClient's do: 3 s are 3 to 4 s. */
    OVERLOAD_LATE_TIMEOUTS(OVERLOAD.scenario, OVERLOAD.sent, Duration.ofSeconds(1)),
    /** 20 calls a second, 60 for 15 s; 200 in 5 s are allowed, and the 429 says when. */
    THROTTLE(lasting(15, limited(Scenarios.throttle()))),
    /** The same, and the 429 does not say when. */
    THROTTLE_WITHOUT_HINT(lasting(15, limited(Scenarios.throttleWithoutHint()))),
    /**
     * An outage after 5 s, of which only the first 4 s are sent: to see that all of it works, on a machine that is busy too.
     * Its end is far, so that calls that are made late meet the same weather, and nothing times out.
     */
    REHEARSAL(
            Scenarios.outage()
                    .withServer(StagedStorm.idle())
                    .withClientTimeout(Duration.ofSeconds(30))
                    .lasting(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(30)),
            Duration.ofSeconds(9),
            StagedStorm.precisely());

    private final Scenario scenario;
    private final Duration sent;
    private final Duration timeoutChecks;

    StagedStorm(Scenario scenario) {
        this(scenario, scenario.length(), precisely());
    }

    StagedStorm(Scenario scenario, Duration sent, Duration timeoutChecks) {
        this.scenario = scenario;
        this.sent = sent;
        this.timeoutChecks = timeoutChecks;
    }

    private static Duration precisely() {
        return Duration.ofMillis(20);
    }

    private static ServerModel idle() {
        return ServerModel.workers(20, Duration.ofMillis(100), 50);
    }

    private static Scenario limited(Scenario scenario) {
        ServerModel model = scenario.server();
        return scenario.withServer(new ServerModel(idle().capacity(), model.failureRate(), model.limit()));
    }

    private static Scenario lasting(int seconds, Scenario scenario) {
        return scenario.lasting(Duration.ofSeconds(10), Duration.ofSeconds(seconds), Duration.ofSeconds(40));
    }

    /** {@return a word for reports and options} */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what is simulated, and what the server is told to do} */
    public Scenario scenario() {
        return scenario;
    }

    /** {@return until when calls are really made} */
    public Duration sent() {
        return sent;
    }

    /** How often the clients look for attempts that have timed out. */
    Duration timeoutChecks() {
        return timeoutChecks;
    }

    /** {@return all but the rehearsal} */
    public static List<StagedStorm> all() {
        return Arrays.stream(values()).filter(each -> each != REHEARSAL).toList();
    }

    /**
     * The one of a word.
     *
     * @param word as {@link #word} has it
     * @return the storm
     * @throws IllegalArgumentException where there is none
     */
    public static StagedStorm of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scenario " + word + ": one of "
                        + Arrays.stream(values()).map(StagedStorm::word).collect(Collectors.joining(", "))));
    }
}
