// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.ResilientHttp;
import io.github.resilienthttp.call.CallOptions;
import io.github.resilienthttp.event.ResilienceListener;
import io.github.resilienthttp.examples.tryout.HeaderLine;
import io.github.resilienthttp.examples.tryout.RequestBody;
import io.github.resilienthttp.examples.tryout.TryRequest;
import io.github.resilienthttp.examples.tryout.TryRun;
import io.github.resilienthttp.examples.tryout.TrySettings;
import io.github.resilienthttp.examples.tryout.Via;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends real requests through a policy. */
@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Send real requests through a policy and show each attempt, wait and reason.",
        footer = {
            "",
            "The body of a response is read after the call has ended, so no policy bounds it: it has "
                    + "what the deadline leaves, at least 1 s and at most 10 s, and is broken off then. Redirects are followed. "
                    + "Output holds no credentials, no query values and no bodies.",
            "Exit status: 0 every call ended in a response below 400, 1 otherwise, 2 bad use."
        })
final class TryCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--config", paramLabel = "FILE", description = "Policies, a .properties file; none: the defaults.")
    private @Nullable Path config;

    @Option(names = "--client", paramLabel = "NAME", description = "Use clients.NAME; none: by the URL's origin.")
    private @Nullable String client;

    @Option(
            names = "--via",
            paramLabel = "ADAPTER",
            defaultValue = "classic",
            description = "classic, async (HTTP/1.1), http2 (http: by prior knowledge, https: by ALPN) or "
                    + "restclient (Spring's, over the classic one).")
    private Via via = Via.classic;

    @Option(names = "--method", paramLabel = "M", description = "Method, as it goes out; GET, with --body POST.")
    private @Nullable String method;

    @Option(names = "--header", paramLabel = "'N: V'", description = "A header field; may be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--body", paramLabel = "TEXT|@FILE|-", description = "The text, a file's bytes, or standard input.")
    private @Nullable String body;

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "1", description = "Calls: 1 to 1000000.")
    private int repeat = 1;

    @Option(names = "--concurrency", paramLabel = "N", defaultValue = "1", description = "Calls at a time: 1 to 1000.")
    private int concurrency = 1;

    @Option(
            names = "--interval",
            paramLabel = "D",
            defaultValue = "0ms",
            converter = DurationConverter.class,
            description = "Least time between two starts: 250ms, 8s, PT0.5S.")
    private Duration interval = Duration.ZERO;

    @Option(
            names = "--deadline",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "What a call may take, waits included: 1ms to 24h; none: timeout.total.")
    private @Nullable Duration deadline;

    @Option(names = "--json", description = "JSON lines: one object a call as calls end, then the summary.")
    private boolean json;

    @Parameters(paramLabel = "URL", description = "An absolute http or https URL.")
    private String url = "";

    TryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        within("--repeat", repeat, 1_000_000);
        within("--concurrency", concurrency, 1_000);
        RequestBody sent = RequestBody.of(body, console.in());
        TryRequest request = TryRequest.of(method, url, HeaderLine.all(headers), sent);
        try (ResilientHttp http = clients()) {
            TrySettings settings = new TrySettings(via, repeat, concurrency, interval, options(http), json);
            return new TryRun(http, request, settings, console).run() ? 0 : 1;
        }
    }

    private ResilientHttp clients() {
        try {
            return ResilientHttp.builder()
                    .config(PoliciesOption.load(config))
                    // Any listener makes the engine read the clock at the end of each attempt: reports then carry
                    // times.
                    .listener(new ResilienceListener() {})
                    .build();
        } catch (IllegalArgumentException refused) {
            throw new BadUse(String.valueOf(refused.getMessage()).lines().toList());
        }
    }

    private CallOptions options(ResilientHttp http) {
        CallOptions options = CallOptions.NONE;
        if (client != null) {
            if (!http.clients().containsKey(client)) {
                throw new BadUse("--client " + client + " is not configured: "
                        + String.join(", ", http.clients().keySet()) + " can be used");
            }
            options = options.withClient(client);
        }
        return deadline == null ? options : withDeadline(options, deadline);
    }

    private static CallOptions withDeadline(CallOptions options, Duration deadline) {
        try {
            return options.withDeadline(deadline);
        } catch (IllegalArgumentException outOfRange) {
            throw new BadUse("--deadline " + deadline.toMillis() + "ms: 1ms to 24h is allowed");
        }
    }

    private static void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new BadUse(option + " " + value + ": 1 to " + most + " is allowed");
        }
    }
}
