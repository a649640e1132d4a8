// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.storm;

import io.github.resilienthttp.stability.Experimental;
import java.time.Duration;

/**
 * The storms there are. In all of them one process calls, with 20 s of calm, 90 s after the storm, and a client timeout
 * of 3 s; {@link Scenario#withClients} and its like change that.
 */
@Experimental
public final class Scenarios {
    private static final ServerModel QUICK = ServerModel.loadedLatency(Duration.ofMillis(100), Duration.ofMillis(1));

    private Scenarios() {}

    private static Scenario of(String name, Scenario.Load load, ServerModel server, Weather weather, Duration storm) {
        Scenario.Phases phases = new Scenario.Phases(Duration.ofSeconds(20), storm, Duration.ofSeconds(90));
        return new Scenario(name, 1, load, server, weather, Duration.ofSeconds(3), phases);
    }

    /** {@return 40 calls a second; for 30 s every request gets a 503 at once} */
    public static Scenario outage() {
        return outage(Weather.Kind.UNAVAILABLE, Duration.ofSeconds(30));
    }

    /**
     * A server that does nothing for a while.
     *
     * @param kind what becomes of the requests
     * @param length whole seconds, 1 or more
     * @return 40 calls a second, the server quick before and after
     */
    public static Scenario outage(Weather.Kind kind, Duration length) {
        return of("outage", new Scenario.Load(40, 40), QUICK, new Weather(kind, 1, 1), length);
    }

    /**
     * {@return 40 calls a second; for 30 s three requests of ten end in a 500, and everything takes three times as
     * long}
     */
    public static Scenario brownout() {
        return brownout(0.3, 3);
    }

    /**
     * A server that half works for 30 s. It takes 200 ms and 2 ms more for each request under way.
     *
     * @param share of requests that end in a 500, 0 to 1
     * @param slowdown by what everything takes longer, 1 or more
     * @return 40 calls a second
     */
    public static Scenario brownout(double share, double slowdown) {
        ServerModel server = ServerModel.loadedLatency(Duration.ofMillis(200), Duration.ofMillis(2));
        Weather weather = new Weather(Weather.Kind.FAILS, share, slowdown);
        return of("brownout", new Scenario.Load(40, 40), server, weather, Duration.ofSeconds(30));
    }

    /**
     * {@return 40 calls a second, 80 for 10 s, to a server that takes 1 s and 10 ms more for each request under way}
     */
    public static Scenario overload() {
        return overload(40, 80);
    }

    /**
     * More calls than the server can answer in time, for 10 s. The server takes 1 s and 10 ms more for each request
     * under way (Brooker's model of a collapse): from 67 calls a second on that comes to more than the client's 3 s.
     *
     * @param calm calls a second before and after
     * @param spike calls a second for 10 s
     * @return a server that never fails, and may be too slow
     */
    public static Scenario overload(double calm, double spike) {
        ServerModel server = ServerModel.loadedLatency(Duration.ofSeconds(1), Duration.ofMillis(10));
        return of("overload", new Scenario.Load(calm, spike), server, Weather.FAIR, Duration.ofSeconds(10));
    }

    /**
     * {@return 20 calls a second, 60 for 20 s; 200 in 5 s are allowed, the others get a 429 that says when to come
     * back}
     */
    public static Scenario throttle() {
        return throttle(new WindowLimit(200, Duration.ofSeconds(5), true));
    }

    /** {@return as {@link #throttle()}, but the 429 does not say when} */
    public static Scenario throttleWithoutHint() {
        return throttle(new WindowLimit(200, Duration.ofSeconds(5), false));
    }

    /**
     * A server with a quota.
     *
     * @param limit the quota
     * @return 20 calls a second, 60 for 20 s
     */
    public static Scenario throttle(WindowLimit limit) {
        String name = limit.sayWhen() ? "throttle" : "throttle-without-hint";
        Scenario.Load load = new Scenario.Load(20, 60);
        return of(name, load, QUICK.withLimit(limit), Weather.FAIR, Duration.ofSeconds(20));
    }
}
