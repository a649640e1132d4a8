// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples;

import picocli.CommandLine.Command;

/** The program without a verb. */
@Command(
        name = "resilient-http",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "See an HTTP resilience policy at work before you ship it.",
        footer = {
            "",
            "Exit status: 0 all well, 1 a call did not end in a response below 400, 2 bad use.",
            "Every verb has --help."
        })
final class RootCommand implements Runnable {
    @Override
    public void run() {
        throw new BadUse("no verb given: use try, plan, demo or simulate; --help explains them");
    }
}
