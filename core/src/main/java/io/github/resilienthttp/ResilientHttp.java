package io.github.resilienthttp;

import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.call.BlockingDriver;
import io.github.resilienthttp.call.ResilientClient;
import io.github.resilienthttp.call.Time;
import io.github.resilienthttp.call.Watchdog;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.policy.Policy;
import java.nio.file.Path;
import java.util.Map;

/** The front door: named clients, built in code or from properties. Thread-safe. */
public final class ResilientHttp implements AutoCloseable {
    private ResilientHttp() {}

    /** One client, {@code default}, with the defaults. */
    public static ResilientHttp withDefaults() {
        throw new AssertionError();
    }

    /** The clients of a properties file. */
    public static ResilientHttp fromProperties(Path file) {
        throw new AssertionError();
    }

    /** For everything else. */
    public static Builder builder() {
        throw new AssertionError();
    }

    /** A client by name; IllegalArgumentException names the known ones. */
    public ResilientClient client(String name) {
        throw new AssertionError();
    }

    /** The client a request belongs to: by options, else by origin, else {@code default}. */
    public ResilientClient clientFor(CallOptions options, String scheme, String host, int port) {
        throw new AssertionError();
    }

    /** All of them, by name. */
    public Map<String, ResilientClient> clients() {
        throw new AssertionError();
    }

    /** The clocks. For adapters. */
    public Time time() {
        throw new AssertionError();
    }

    /** Guards attempts. For adapters. */
    public Watchdog watchdog() {
        throw new AssertionError();
    }

    /** Runs calls on the calling thread. For adapters. */
    public BlockingDriver blockingDriver() {
        throw new AssertionError();
    }

    /** Replaces a client's policy while calls run; calls under way keep theirs. */
    public void replace(Policy policy) {
        throw new AssertionError();
    }

    /** Stops the watchdog. */
    @Override
    public void close() {}

    /** Builds it. */
    public static final class Builder {
        private Builder() {}

        /** Adds a client. */
        public Builder client(Policy policy) {
            return this;
        }

        /** Adds the clients of a configuration. */
        public Builder properties(Path file) {
            return this;
        }

        /** Adds a listener. */
        public Builder listener(ResilienceListener listener) {
            return this;
        }

        /** Other clocks, for tests. */
        public Builder time(Time time) {
            return this;
        }

        /** Done; InvalidConfigurationException with all faults. */
        public ResilientHttp build() {
            throw new AssertionError();
        }
    }
}
