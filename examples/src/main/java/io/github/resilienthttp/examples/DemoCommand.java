// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.examples.demo.Demo;
import io.github.resilienthttp.examples.live.LivePage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the four upstreams under load. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description =
                "Simulate four published APIs on loopback, send them traffic, and show what their faults come to.",
        footer = {"", "Needs no network. Without --seconds it runs until Ctrl-C, which shows the summary."})
final class DemoCommand implements Callable<Integer> {
    private static final int LONGEST = 86_400;
    private static final int HIGHEST_PORT = 65_535;

    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Show it live on http://localhost:P/ too: 0 to 65535; 0: any free port, which is told.")
    private @Nullable Integer port;

    @Option(names = "--seconds", paramLabel = "N", description = "Stop after N seconds: 1 to 86400; none: Ctrl-C.")
    private @Nullable Integer seconds;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seconds != null && (seconds < 1 || seconds > LONGEST)) {
            throw new BadUse("--seconds " + seconds + ": 1 to " + LONGEST + " is allowed");
        }
        new Demo(console, page()).run(seconds == null ? null : Duration.ofSeconds(seconds));
        return 0;
    }

    private @Nullable LivePage page() {
        if (port == null) {
            return null;
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new BadUse("--port " + port + ": 0 to 65535 is allowed");
        }
        try {
            return LivePage.open(port);
        } catch (IOException taken) {
            throw new BadUse(
                    "--port " + port + ": cannot be had, most likely it is taken: choose another, or 0 for any");
        }
    }
}
