// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import io.github.resilienthttp.examples.plan.ClientPlan;
import io.github.resilienthttp.examples.plan.PlanJson;
import io.github.resilienthttp.examples.plan.PlanText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Explains a configuration without sending. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description =
                "Explain a configuration without sending: the plan in one line, the worst case, and what happens.",
        footer = {
            "",
            "Cells are what follows a first attempt, decided by the code that decides while requests run: all of the "
                    + "time left, breaker closed, no cool-down, budget full, body replayable.",
            "Exit status: 0, or 2 for a bad file, with every fault of it."
        })
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Policies, a .properties file.")
    private Path config = Path.of("");

    @Option(names = "--json", description = "JSON lines: one object a client.")
    private boolean json;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<ClientPlan> plans = PoliciesOption.load(config).clients().values().stream()
                .map(ClientPlan::of)
                .toList();
        for (ClientPlan plan : plans) {
            console.out().println(json ? PlanJson.line(plan) : PlanText.of(plan));
        }
        console.out().flush();
        return 0;
    }
}
