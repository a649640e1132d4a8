// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Further processes of the same Java and the same class path. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * One that is not started yet.
     *
     * @param options options of the JVM
     * @param main the class to run
     * @param arguments its arguments
     * @return what starts it; its errors go where ours go
     */
    public static ProcessBuilder of(List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /**
     * Runs one to its end.
     *
     * @param options options of the JVM
     * @param main the class to run
     * @param arguments its arguments
     * @throws IOException where it does not start, or ends with a code other than 0
     */
    public static void run(List<String> options, Class<?> main, List<String> arguments) throws IOException {
        Process child = of(options, main, arguments)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            int code = child.waitFor();
            if (code != 0) {
                throw new IOException(main.getSimpleName() + " " + arguments + " ended with code " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            child.destroy();
        }
    }
}
