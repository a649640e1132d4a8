// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.examples.demo.Demo;
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

    private final Console console;

    @Option(names = "--port", paramLabel = "P", description = "Of the live page, which comes with a later version.")
    private @Nullable Integer port;

    @Option(names = "--seconds", paramLabel = "N", description = "Stop after N seconds: 1 to 86400; none: Ctrl-C.")
    private @Nullable Integer seconds;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port != null) {
            throw new BadUse("--port: the live page comes with a later version: leave it out, and read the terminal");
        }
        if (seconds != null && (seconds < 1 || seconds > LONGEST)) {
            throw new BadUse("--seconds " + seconds + ": 1 to " + LONGEST + " is allowed");
        }
        new Demo(console).run(seconds == null ? null : Duration.ofSeconds(seconds));
        return 0;
    }
}
