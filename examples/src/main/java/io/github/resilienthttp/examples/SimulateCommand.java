// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.examples.storm.StormJson;
import io.github.resilienthttp.examples.storm.StormPlot;
import io.github.resilienthttp.examples.storm.StormText;
import io.github.resilienthttp.policy.Policy;
import io.github.resilienthttp.policy.ResilientHttpConfig;
import io.github.resilienthttp.storm.Contender;
import io.github.resilienthttp.storm.Contenders;
import io.github.resilienthttp.storm.Scenario;
import io.github.resilienthttp.storm.Scenarios;
import io.github.resilienthttp.storm.Storm;
import io.github.resilienthttp.storm.StormResult;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates what a policy does to a struggling server. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Simulate what a policy does to a struggling server, beside what other engines do.",
        footer = {
            "",
            "The code that decides while requests run, in simulated time against a modelled server: see docs/storm.md. "
                    + "The same seed gives the same numbers.",
            "Exit status: 0, or 2 for bad use."
        })
final class SimulateCommand implements Callable<Integer> {
    /** The policy itself, none, three retries, three with jitter: more lines than these nobody can tell apart. */
    private static final int PLOTTED = 4;

    private final Console console;

    @Option(names = "--config", paramLabel = "FILE", description = "Policies, a .properties file; none: the defaults.")
    private @Nullable Path config;

    @Option(
            names = "--client",
            paramLabel = "NAME",
            defaultValue = ResilientHttpConfig.DEFAULT_CLIENT,
            description = "The client whose policy it is; none: default.")
    private String client = ResilientHttpConfig.DEFAULT_CLIENT;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "overload",
            converter = ScenarioConverter.class,
            description = "outage, brownout, overload, throttle or throttle-without-hint; none: overload.")
    private Scenario scenario = Scenarios.overload();

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processes that share the calls: 1 to 1000; none: 1.")
    private int clients = 1;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of all that is random: a whole number; none: 1.")
    private long seed = 1;

    @Option(names = "--json", description = "JSON lines: one object a policy.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draw it into a file, as SVG.")
    private @Nullable Path plot;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every second of every policy into a file.")
    private @Nullable Path csv;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Policy policy = policy();
        List<StormResult> results = run(policy);
        if (csv != null) {
            write("--csv", csv, lines(results));
        }
        if (plot != null) {
            write("--plot", plot, drawn(results));
        }
        if (json) {
            results.forEach(result -> console.out().println(StormJson.line(result)));
        } else {
            console.out().println(StormText.of(policy, results));
            heldBack(policy.rateLimit()).ifPresent(console.out()::println);
        }
        console.out().flush();
        return 0;
    }

    private Policy policy() {
        ResilientHttpConfig policies = PoliciesOption.load(config);
        Policy policy = policies.clients().get(client);
        if (policy == null) {
            throw new BadUse("--client " + client + " is not configured: "
                    + String.join(", ", policies.clients().keySet()) + " can be used");
        }
        return policy;
    }

    private List<StormResult> run(Policy policy) {
        List<Contender> contenders = new ArrayList<>(List.of(Contenders.engine(policy)));
        contenders.addAll(Contenders.peers());
        try {
            Scenario spread = scenario.withClients(clients);
            return contenders.stream()
                    .map(contender -> Storm.run(spread, contender, seed))
                    .toList();
        } catch (IllegalArgumentException refused) {
            throw new BadUse(String.valueOf(refused.getMessage()));
        }
    }

    /** Of a storm that the policy's own limit holds back the figures say little about the rest of it. */
    private Optional<String> heldBack(Policy.RateLimit limit) {
        if (limit.permits() == null || limit.period() == null) {
            return Optional.empty();
        }
        double granted = clients * (double) limit.permits() / limit.period().toMillis() * 1000;
        return granted < scenario.load().calm()
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "Mind rate-limit.*: it grants %.1f calls a second, the scenario brings %.0f. Most is refused by it.",
                        granted,
                        scenario.load().calm()))
                : Optional.empty();
    }

    /** One line of names for all of them. */
    private static String lines(List<StormResult> results) {
        return results.get(0).toCsv()
                + results.stream()
                        .skip(1)
                        .flatMap(result -> result.toCsv().lines().skip(1))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
    }

    private static String drawn(List<StormResult> results) {
        try {
            StringWriter svg = new StringWriter();
            StormPlot.write(results.subList(0, PLOTTED), svg);
            return svg.toString();
        } catch (IOException | ParserConfigurationException | RuntimeException | LinkageError | InternalError missing) {
            // What AWT says where there is no font differs from one Java to the next.
            throw new BadUse("--plot needs a Java with fonts and XML: leave it out, or use --csv");
        }
    }

    private static void write(String option, Path path, String content) {
        try {
            Files.writeString(path, content);
        } catch (IOException refused) {
            throw new BadUse(option + " " + path + ": cannot be written: name a file in a folder that is there");
        }
    }
}
