// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.dashboards;

import io.github.resilienthttp.examples.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tool that comes with Prometheus. */
final class Promtool {
    private Promtool() {}

    static boolean there() {
        return Executables.find("promtool").isPresent();
    }

    record Ended(int status, String output) {}

    static Ended run(Path folder, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Executables.find("promtool").orElseThrow().toString());
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.onExit().join().exitValue(), output);
    }
}
